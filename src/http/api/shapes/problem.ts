import { z } from "zod";

/** One thing that is wrong; see ApiError. */
const error = z.object({
  field: z.string().optional(),
  file: z.string().optional(),
  row: z.int().optional(),
  code: z.string(),
  message: z.string(),
  headings: z.array(z.string()).optional(),
});

const question = z.looseObject({
  about: z.string(),
  message: z.string(),
  answer: z.object({ field: z.string(), oneOf: z.array(z.string()).optional(), example: z.unknown() }),
});

/** RFC 9457, with every reason. */
export const problemShape = z
  .object({
    type: z.string().meta({ description: "api:about.problemType" }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().meta({ description: "api:about.instance" }),
    errors: z.array(error).optional().meta({ description: "api:about.errors" }),
    questions: z.array(question).optional().meta({ description: "api:about.questions" }),
  })
  .meta({ id: "Problem", description: "api:shape.Problem" });
