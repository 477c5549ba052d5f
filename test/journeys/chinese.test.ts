import { play } from "../support/journey-play.ts";

play({ name: "chinese", locale: "zh-CN", javaScript: true });
