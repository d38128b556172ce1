import { acceptStores } from "./acceptance/stores.acceptance.ts";
import { createMemoryStores } from "./memory-stores.fake.ts";

acceptStores("memory", async () => createMemoryStores());
