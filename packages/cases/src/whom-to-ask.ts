// Whom to ask first. Organisations are named as examples only, in the catalogue, with what our references say of them.
import { vocabulary } from "./mapping.ts";

export const helpers = vocabulary({
  name: "helpers",
  extensible: false,
  terms: {
    helpline: "no-list",
    "forensic-lab": "no-list",
    emergency: "no-list",
    lawyer: "no-list",
    doctor: "no-list",
    care: "no-list",
    "un-special-rapporteur": "no-list",
    "un-working-group": "no-list",
    platform: "no-list",
    operator: "no-list",
    measurement: "no-list",
    "shutdown-coalition": "no-list",
    "anti-slapp": "no-list",
    "data-protection": "no-list",
    regulator: "no-list",
    "press-freedom": "no-list",
    "women-defenders": "no-list",
    "child-protection": "no-list",
    "host-authorities": "no-list",
    "image-removal": "no-list",
  },
});
