// Writes the beginning of an archived NSAttributedString (typedstream) as far as the text and a first attribute.

export function writeAttributedText(text: string): Uint8Array {
  const body = Buffer.from(text, "utf8");
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x04, 0x0b]),
      Buffer.from("streamtyped"),
      Buffer.from([0x81, 0xe8, 0x03, 0x84, 0x01, 0x40, 0x84, 0x84, 0x84, 0x12]),
      Buffer.from("NSAttributedString"),
      Buffer.from([0x00, 0x84, 0x84, 0x08]),
      Buffer.from("NSObject"),
      Buffer.from([0x00, 0x85, 0x92, 0x84, 0x84, 0x84, 0x08]),
      Buffer.from("NSString"),
      Buffer.from([0x01, 0x94, 0x84, 0x01, 0x2b]),
      writeLength(body.length),
      body,
      Buffer.from([0x86, 0x84, 0x02, 0x69, 0x49, 0x01]),
    ]),
  );
}

function writeLength(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes = Buffer.alloc(length < 0x8000 ? 3 : 5);
  if (length < 0x8000) {
    bytes[0] = 0x81;
    bytes.writeUInt16LE(length, 1);
  } else {
    bytes[0] = 0x82;
    bytes.writeUInt32LE(length, 1);
  }
  return bytes;
}
