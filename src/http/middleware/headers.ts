import type { RequestHandler } from "express";
import helmet from "helmet";

/** What browsers may do with our answers: nothing from elsewhere, nothing inline, never in a frame. */
export function securityHeaders({ secure }: { readonly secure: boolean }): RequestHandler[] {
  return [
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
    }),
    (_req, res, next) => {
      res.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
      // Pages show what their reader may see, to their reader; assets set their own.
      res.set("Cache-Control", "no-store");
      next();
    },
  ];
}
