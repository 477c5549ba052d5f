import { play } from "../support/journey-play.ts";

play({ name: "without-javascript", locale: "en", javaScript: false });
