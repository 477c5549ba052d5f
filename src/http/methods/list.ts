import type { Request, Response } from "express";
import { methodGroups, methods } from "../../domain/methods/methods.ts";
import { render } from "../page.ts";
import { languageOf, visitorOf } from "../visitor.ts";

/** Every measurement method by what it is for, each with one plain sentence. */
export async function listMethods(_req: Request, res: Response): Promise<void> {
  const { t } = languageOf(res);
  const title = t("methods:title");
  await render(
    res,
    "pages/methods/list",
    {
      revalidated: true,
      title,
      crumbs: [
        { text: t("help:title"), href: "/help" },
        { text: title, href: "/methods" },
      ],
      lead: t("methods:lead", { number: methods.size }),
    },
    {
      about: mayReadPolicy(res)
        ? [
            { text: t("quality:title"), href: "/policy/quality" },
            { text: t("simulator:title"), href: "/policy/simulator" },
          ]
        : null,
      groups: Object.entries(methodGroups).map(([group, families]) => ({
        id: group,
        title: t(`methods:group.${group}`),
        methods: families.flatMap(Object.keys).map((name) => ({
          href: `/methods/${name}`,
          title: t(`methods:method.${name}.title`),
          text: t(`methods:method.${name}.for`),
        })),
      })),
    },
  );
}

/** The methods are open to anyone, the policy to those who hold a role. */
const mayReadPolicy = (res: Response): boolean => (visitorOf(res).person?.roles.length ?? 0) > 0;
