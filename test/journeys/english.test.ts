import { play } from "../support/journey-play.ts";

play({ name: "english", locale: "en", javaScript: true });
