// Requests about tables that come in: taken, mapped, gone through, imported as they were gone through.
import type { ImportedAnswer, TableMapping, TableProblem } from "@tocsin/workspace";
import type { GuessInput, KnownImport, KnownMapping, TakenTable } from "./contract/tables.ts";
import type { StartedJob } from "./contract/work.ts";

export interface TablesApi {
  /** `others`: a table that waits already, with whose files this one becomes one table. */
  takeTable(path: string, others?: string): Promise<TakenTable>;
  dropTable(file: File, others?: string): Promise<TakenTable>;
  mappings(): Promise<readonly KnownMapping[]>;
  mapping(id: string): Promise<TableMapping>;
  guessMapping(table: string, input: GuessInput): Promise<TableMapping>;
  checkTable(table: string, mapping: TableMapping): Promise<StartedJob>;
  /** `checked` is the work that went through it. */
  importTable(table: string, checked: string): Promise<StartedJob>;
  tableProblems(
    table: string,
    about: { readonly run: string; readonly reason: string; readonly from: number },
  ): Promise<readonly TableProblem[]>;
  /** All that are listed, as a file that can be fetched at the address. */
  problemsFile(table: string, run: string): Promise<{ readonly url: string }>;
  imports(): Promise<readonly KnownImport[]>;
  knownImport(id: string): Promise<KnownImport>;
  takeBackImport(
    id: string,
    how: { readonly dryRun: boolean; readonly changedToo: boolean },
  ): Promise<StartedJob>;
  bringBackImport(id: string): Promise<StartedJob>;
  /** One answer file: taken, known already, or refused with the reason. */
  takeAnswer(file: File): Promise<ImportedAnswer>;
}

export interface TableRequests {
  get<Result>(path: string): Promise<Result>;
  post<Result>(path: string, body: object): Promise<Result>;
  put<Result>(path: string, file: File): Promise<Result>;
}

export function createTablesApi({ get, post, put }: TableRequests): TablesApi {
  return {
    takeAnswer: (file) => put(`/api/answers?name=${encodeURIComponent(file.name)}`, file),
    takeTable: (path, others) =>
      post("/api/tables", { path, ...(others === undefined ? {} : { with: others }) }),
    dropTable: (file, others) =>
      put(
        `/api/tables?name=${encodeURIComponent(file.name)}${others === undefined ? "" : `&with=${others}`}`,
        file,
      ),
    mappings: () => get("/api/mappings"),
    mapping: (id) => get(`/api/mappings/${id}`),
    guessMapping: (table, input) => post(`/api/tables/${table}/guess`, input),
    checkTable: (table, mapping) => post(`/api/tables/${table}/check`, { mapping }),
    importTable: (table, checked) => post(`/api/tables/${table}/import`, { checked }),
    tableProblems: (table, { run, reason, from }) =>
      get(`/api/tables/${table}/problems?run=${run}&reason=${reason}&from=${from}`),
    problemsFile: (table, run) => post(`/api/tables/${table}/problems`, { run }),
    imports: () => get("/api/imports"),
    knownImport: (id) => get(`/api/imports/${id}`),
    takeBackImport: (id, how) => post(`/api/imports/${id}/take-back`, how),
    bringBackImport: (id) => post(`/api/imports/${id}/bring-back`, {}),
  };
}
