// An authority for timestamps in a temporary folder, run by the `openssl` tool: independent of the code under test.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export function isOpensslInstalled(): boolean {
  return spawnSync("openssl", ["version"]).status === 0;
}

export interface AuthorityOptions {
  /** Names in the certificate's request. */
  readonly subject?: string;
  /** Section of the extensions that the certificate gets. */
  readonly extensions?: "timestamps" | "no-purpose" | "two-purposes" | "not-critical";
  /** As YYYYMMDDHHMMSSZ. */
  readonly validity?: readonly [from: string, until: string];
  readonly key?: readonly string[];
  /** Digest of the signature. */
  readonly digest?: string;
  /** Digests that requests may have. */
  readonly accepts?: string;
  /** Whether another certificate stands between this one and the root. */
  readonly between?: boolean;
}

export interface Authority {
  /** PEM of its certificate. */
  readonly certificate: Buffer;
  /** What it answers. */
  answer(request: Uint8Array): Buffer;
  /** The same content signed as `openssl cms` does, which asks no questions; `bound` names the certificate in it. */
  answerUnchecked(request: Uint8Array, signer: Authority, bound?: boolean): Buffer;
  readonly folder: string;
}

export interface FakeAuthorities {
  /** PEM of the root. */
  readonly root: Buffer;
  create(options?: AuthorityOptions): Authority;
  /** Whether `openssl ts -verify` accepts them together, and what it said. */
  verify(files: { data?: Uint8Array; request?: Uint8Array; answer: Uint8Array; ca: Uint8Array }): {
    readonly isAccepted: boolean;
    readonly said: string;
  };
  remove(): void;
}

const elliptic = ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"];

const settings = (digest: string, accepts: string): string => `
[tsa]
default_tsa = local
[local]
serial = ./serial
default_policy = 1.2.3.4.1
signer_digest = ${digest}
digests = ${accepts}
accuracy = secs:1, millisecs:500, microsecs:100
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;

const issuing = `
[ca]
default_ca = local
[local]
database = ./index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = names
unique_subject = no
[names]
organizationName = optional
commonName = supplied
[between]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
[timestamps]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[no-purpose]
basicConstraints = critical, CA:false
[two-purposes]
extendedKeyUsage = critical, timeStamping, codeSigning
[not-critical]
extendedKeyUsage = timeStamping
`;

export function createFakeAuthorities(): FakeAuthorities {
  const home = mkdtempSync(join(tmpdir(), "tocsin-authority-"));
  const openssl = (folder: string, args: readonly string[]): { status: number | null; said: string } => {
    const { status, stdout, stderr } = spawnSync("openssl", args, { cwd: folder, encoding: "utf8" });
    return { status, said: `${stdout}${stderr}` };
  };
  const must = (folder: string, args: readonly string[]): void => {
    const { status, said } = openssl(folder, args);
    if (status !== 0) throw new Error(`openssl ${args.join(" ")}: ${said}`);
  };
  const createRoot = (name: string): string => {
    const folder = join(home, name);
    mkdirSync(folder);
    writeFileSync(join(folder, "ca.cnf"), issuing);
    writeFileSync(join(folder, "index.txt"), "");
    const subject = [
      "-subj",
      `/O=Nobody/CN=${name}`,
      "-days",
      "3650",
      "-addext",
      "keyUsage=critical,keyCertSign",
    ];
    must(folder, [
      ..."req -x509 -nodes -keyout ca.key -out ca.pem -newkey".split(" "),
      ...elliptic,
      ...subject,
    ]);
    return folder;
  };
  const issue = (
    ca: string,
    csr: string,
    out: string,
    section: string,
    validity?: readonly string[],
  ): void => {
    const [from, until] = validity ?? ["20200101000000Z", "20991231000000Z"];
    const dates = ["-startdate", from ?? "", "-enddate", until ?? ""];
    const files = ["-in", csr, "-out", out, "-cert", "ca.pem", "-keyfile", "ca.key", "-extensions", section];
    must(ca, ["ca", "-batch", "-notext", "-config", "ca.cnf", ...files, ...dates]);
  };
  const root = createRoot("Root");
  let count = 0;

  const create = (options: AuthorityOptions = {}): Authority => {
    const { subject = "/O=Nobody/CN=Timestamps", key = elliptic, digest = "sha256" } = options;
    const folder = join(home, `authority-${(count += 1)}`);
    mkdirSync(folder);
    writeFileSync(join(folder, "tsa.cnf"), settings(digest, options.accepts ?? "sha256"));
    writeFileSync(join(folder, "serial"), "01\n");
    must(folder, [..."req -nodes -keyout key.pem -out csr.pem -newkey".split(" "), ...key, "-subj", subject]);
    const csr = join(folder, "csr.pem");
    const ca = options.between === true ? createBetween(folder) : root;
    issue(ca, csr, join(folder, "cert.pem"), options.extensions ?? "timestamps", options.validity);
    const chain = options.between === true ? ["-chain", join(ca, "ca.pem")] : [];
    const answer = (request: Uint8Array): Buffer => {
      writeFileSync(join(folder, "request.tsq"), request);
      const command =
        "ts -reply -config tsa.cnf -queryfile request.tsq -inkey key.pem -signer cert.pem -out answer.tsr";
      must(folder, [...command.split(" "), ...chain]);
      return readFileSync(join(folder, "answer.tsr"));
    };
    return {
      certificate: readFileSync(join(folder, "cert.pem")),
      folder,
      answer,
      answerUnchecked(request, signer, bound = true) {
        answer(request);
        must(folder, "ts -reply -in answer.tsr -token_out -out token.der".split(" "));
        must(folder, "cms -verify -noverify -binary -inform DER -in token.der -out content.der".split(" "));
        const sign =
          "cms -sign -binary -nodetach -outform DER -md sha256 -in content.der -out other.der".split(" ");
        const type = ["-econtent_type", "1.2.840.113549.1.9.16.1.4", ...(bound ? ["-cades"] : [])];
        const by = ["-signer", join(signer.folder, "cert.pem"), "-inkey", join(signer.folder, "key.pem")];
        must(folder, [...sign, ...type, ...by]);
        must(folder, "ts -reply -in other.der -token_in -out other.tsr".split(" "));
        return readFileSync(join(folder, "other.tsr"));
      },
    };
  };
  const createBetween = (folder: string): string => {
    const between = createRoot(`Between-${count}`);
    must(between, [
      ..."req -new -key ca.key -out csr.pem -subj".split(" "),
      `/O=Nobody/CN=Between ${folder.length}`,
    ]);
    issue(root, join(between, "csr.pem"), join(between, "ca.pem"), "between");
    return between;
  };

  return {
    root: readFileSync(join(root, "ca.pem")),
    create,
    verify({ data, request, answer, ca }) {
      const files = { data, request, answer, ca };
      for (const [name, bytes] of Object.entries(files))
        if (bytes !== undefined) writeFileSync(join(home, name), bytes);
      const over = request === undefined ? ["-data", "data"] : ["-queryfile", "request"];
      const { status, said } = openssl(home, ["ts", "-verify", ...over, "-in", "answer", "-CAfile", "ca"]);
      return { isAccepted: status === 0, said };
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
