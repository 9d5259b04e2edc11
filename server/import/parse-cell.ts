import type { ColumnType } from "../../schema/columns.ts";
import {
  parseCertificateNumber,
  parseCreditCode,
  parseFilingNumber,
  parseIdNumber,
  parseOccupationCode,
} from "./parse-code.ts";
import { parseDay, parseQuarter, parseValidFrom, parseValidUntil } from "./parse-day.ts";
import type { CellParser } from "./parse-fault.ts";
import { parseLevel, parseLevels, parseTitleLevel } from "./parse-level.ts";
import { parseCount, parseScore, parseShare, parseYear } from "./parse-number.ts";
import { parseCity, parseCounty, parseRecommender, parseSector } from "./parse-place.ts";
import { parseName, parseText } from "./parse-text.ts";
import { parseCondition, parseFlag, parseWord } from "./parse-word.ts";

/** Which parser reads a column of this type. */
export const CELL_PARSERS: Readonly<Record<ColumnType, CellParser>> = {
  name: parseName,
  text: parseText,
  word: parseWord,
  flag: parseFlag,
  count: parseCount,
  score: parseScore,
  share: parseShare,
  year: parseYear,
  day: parseDay,
  validFrom: parseValidFrom,
  validUntil: parseValidUntil,
  quarter: parseQuarter,
  level: (cell, context) => (context.kind === "APPRAISALS" ? parseTitleLevel(cell) : parseLevel(cell)),
  levels: parseLevels,
  condition: parseCondition,
  creditCode: parseCreditCode,
  idNumber: parseIdNumber,
  certificateNumber: parseCertificateNumber,
  filingNumber: parseFilingNumber,
  occupationCode: parseOccupationCode,
  city: parseCity,
  county: parseCounty,
  sector: parseSector,
  recommender: parseRecommender,
};

/** Columns whose cells differ from row to row, so that remembering what was read of one helps no other. */
export const RARELY_REPEATED: ReadonlySet<ColumnType> = new Set(["idNumber", "certificateNumber", "score"]);

/** Columns whose meaning depends on another cell of the row. */
export const DEPENDS_ON_ROW: ReadonlySet<ColumnType> = new Set(["idNumber", "county"]);
