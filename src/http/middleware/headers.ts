import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import helmet from "helmet";

/**
 * What browsers may do with our answers: nothing from elsewhere, nothing inline, never in a frame. The same for every
 * answer: helmet is asked once.
 */
export function securityHeaders(options: { readonly secure: boolean }): RequestHandler {
  const headers = headersOf(options);
  return (_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    next();
  };
}

function headersOf(options: { readonly secure: boolean }): readonly (readonly [string, string])[] {
  const headers: [string, string][] = [];
  const noting = {
    setHeader: (name: string, value: string) => headers.push([name, value]),
    removeHeader: () => undefined,
  };
  helmetOf(options)({} as unknown as IncomingMessage, noting as unknown as ServerResponse, () => undefined);
  return [
    ...headers,
    ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
    // Pages show what their reader may see, to their reader; what may be kept says so itself.
    ["Cache-Control", "no-store"],
  ];
}

const helmetOf = ({ secure }: { readonly secure: boolean }) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(secure && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: secure && { maxAge: 31_536_000, includeSubDomains: true },
    // Not "no-referrer": with it browsers send `Origin: null` on our own forms.
    referrerPolicy: { policy: "same-origin" },
    frameguard: { action: "deny" },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
  });
