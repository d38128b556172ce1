// Where the tile of each State and territory stands on the map: a row each, from north to south, code and column. Made once
// from where they lie (Equal Earth, cut in the Bering Strait): each in the nearest free place, the sum of squared distances as
// small as exchanging any two makes it. Equal tiles leave no small State out, and show no border.
const rows: readonly string[] = [
  "IS13 DK14 NO15 SJ16 AX17 FI18 EE19",
  "GL12 FO13 NL14 DE15 SE16 PL17 LT18 LV19 RU21",
  "CA8 IM12 GB13 LU14 AT15 CZ16 HU17 SK18 BY19 UA20 KZ21",
  "IE11 GG12 BE13 LI14 SI15 HR16 RS17 RO18 MD19 GE20 UZ21",
  "PM10 ES11 JE12 FR13 CH14 SM15 BA16 XK17 BG18 TR19 AZ20 TM21 KG22 MN23",
  "US7 BM9 PT11 GI12 AD13 MC14 IT15 ME16 MK17 CY18 SY19 AM20 AF21 TJ22 CN23 KP25 JP26",
  "BS7 TC8 VG9 SX10 AI11 EH12 MA13 VA14 MT15 AL16 GR17 LB18 IQ19 IR20 PK21 NP22 KR25",
  "MX5 KY6 CU7 HT8 PR9 MF10 BL11 AG12 MR13 DZ14 TN15 LY16 IL17 PS18 KW19 BH20 AE21 BT22 BD23 MO24 TW25",
  "BZ6 JM7 DO8 VI9 KN10 MS11 GP12 SN13 ML14 BF15 NE16 EG17 JO18 SA19 QA20 IN22 MM23 LA24 HK25 UM29",
  "GT5 SV6 HN7 AW8 DM9 LC10 MQ11 CV12 GM13 TG14 BJ15 TD16 SD17 ER18 YE19 OM20 TH23 VN24 PH25 GU27 MP28",
  "NI6 CR7 BQ8 GD9 VC10 BB11 GW12 GN13 GH14 NG15 CM16 SS17 ET18 DJ19 LK22 KH24 BN25 PW27 FM29 MH30",
  "KI0 PA7 CW8 TT9 GY10 GF11 SL13 CI14 ST15 GQ16 CF17 UG18 SO19 MV21 SG24 MY25",
  "EC7 CO8 VE9 SR10 LR14 GA15 CG16 RW17 KE18 SC20 ID25 NR30",
  "PE8 BR10 CD16 BI17 TZ18 KM19 IO21 CX24 TL26 PG28 SB29 TV30 WS31 TK32",
  "BO9 SH14 AO16 ZM17 MW18 YT19 CC23 VU30 WF31 AS32",
  "CK0 PF1 NA16 ZW17 MZ18 MG19 MU20 NC29 FJ30 TO31 NU32",
  "PN3 PY9 BW16 SZ17 RE19 AU26",
  "CL9 UY10 ZA16 LS17 NF29",
  "AR9",
  "TF20 NZ28",
  "FK10 GS12 BV15 HM20",
  "AQ16",
];

export interface CountryTile {
  readonly code: string;
  readonly column: number;
  readonly row: number;
}

export const countryTiles: readonly CountryTile[] = rows.flatMap((text, row) =>
  text.split(" ").map((each) => ({ code: each.slice(0, 2), column: Number(each.slice(2)), row })),
);
