#!/usr/bin/env node
// npm links the commands of workspaces, but not those of the root: this one makes `npx tocsin` work.
import "../../../bin/tocsin.mjs";
