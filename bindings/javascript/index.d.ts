/** What the library refuses, and what the binding refuses before it asks the library. */
export class SacralmetError extends Error {
    constructor(
        message: string,
        detail?: {
            status?: string | null;
            field?: string | null;
            row?: number | null;
            cause?: unknown;
        },
    );
    readonly name: 'SacralmetError';
    /** Name of the status, such as `SMET_ERROR_CONTRADICTION`. */
    readonly status: string | null;
    /** Key of the field that it is about. */
    readonly field: string | null;
    /** Row of the column that it is about, from 0. */
    readonly row: number | null;
}

/** A value as a record gives it: the key of an option, or an integer. */
export type Value = string | number;
/** A value as a record takes it: a number is the integer or the option's key, never its number. */
export type Cell = string | number | bigint | boolean | null | undefined;
/**
 * Integers from one to another, both permitted; one that is not given is the field's own. The ends
 * are named as in the library's JSON, or in full; an object with any other key is refused.
 */
export type Range = { min?: number; max?: number } | { minimum?: number; maximum?: number };
/** What a field is narrowed to. */
export type Values = Iterable<string | number | bigint | boolean> | Range;
/** Facts by the fields' keys, or pair by pair. */
export type Facts = Record<string, Cell | Values> | Iterable<readonly [string, Cell | Values]>;

/** A term of a vocabulary. */
export interface Term {
    readonly number: number;
    readonly key: string;
    readonly label: string;
}

/** The terms of one vocabulary of the library. */
export interface Vocabulary extends Iterable<Term> {
    readonly name: string;
    readonly size: number;
    keys(): string[];
    has(key: string): boolean;
    key(number: number): string | null;
    number(key: string): number | null;
    label(key: string): string | null;
}

/** One item of a score. */
export interface ScoreItem {
    key: string;
    label: string;
    field: string;
    /** The points that are possible. */
    points: number[];
    /** The value that gave them; null while more than one is possible. */
    option: Value | null;
    isDerived: boolean;
    derivedFrom: string[];
    isSetAside: boolean;
    note: string;
    caveat: string;
}

/** The answer of one instrument. */
export interface Score {
    instrument: string;
    label: string;
    minimum: number;
    maximum: number;
    /** Every total that some possible patient has. */
    totals: number[];
    /** Keys of the bands that are possible, lowest totals first. */
    bands: string[];
    /** One total is left. */
    isComplete: boolean;
    /** One band is left. */
    isDecided: boolean;
    /** Fields that leave their item open, most influential first. */
    missing: string[];
    items: ScoreItem[];
    notes: string[];
}

/** One rule that fires or may fire on an intervention. */
export interface RuleState {
    rule: string;
    verdict: string;
    /** `true`, or `unknown` where it may fire. */
    fires: string;
    isOverruled: boolean;
    /** Fields that the condition reads and that linked fields narrowed. */
    derived: string[];
    rationale: string;
    section: string;
    grade: string;
    citations: string[];
}

/** What is known of one intervention. */
export interface Disposition {
    intervention: string;
    label: string;
    disposition: string;
    isSettled: boolean;
    possible: string[];
    side: string | null;
    deciding: string[];
    alarming: string[];
    rules: RuleState[];
    cautions: string[];
}

/** Facts that contradict each other. */
export interface Inconsistency {
    fields: string[];
    text: string;
}

/** A fact that would settle much. */
export interface NextFact {
    field: string;
    label: string;
    mayShowEmergency: boolean;
    interventions: string[];
    instruments: string[];
}

/** What is known of a patient at one decision. */
export interface PatientRecord extends Iterable<[string, Value[]]> {
    /** Enters a value; a text may hold alternatives, `S1|S2`, or a range, `40..60`. */
    set(field: string, value: Cell): this;
    narrow(field: string, values: Values): this;
    clear(field: string): this;
    values(field: string): Value[];
    isEntered(field: string): boolean;
    isPossible(field: string, value: string | number | bigint | boolean): boolean;
    entries(): [string, Value[]][];
    toJSON(): Record<string, Value | Value[]>;
    score(instrument: string): Score;
    assess(): Assessment;
    dispose(): void;
}

/** What the library says of a record. */
export interface Assessment {
    readonly scores: Record<string, Score>;
    readonly dispositions: Disposition[];
    readonly interventions: Record<string, Disposition>;
    readonly conflicts: string[];
    readonly inconsistencies: Inconsistency[];
    readonly next: NextFact[];
    /** `true`, `false` or `unknown`. */
    readonly findings: Record<string, string>;
    score(instrument: string): Score;
    intervention(key: string): Disposition;
    values(field: string): Value[];
    toJSON(): object;
    dispose(): void;
}

/** A part of the catalog: members as in the C struct of the same name, in camel case. */
export type Entry = Readonly<Record<string, any>>;

/** What the library knows. */
export interface Catalog {
    readonly fields: readonly Entry[];
    readonly instruments: readonly Entry[];
    readonly findings: readonly Entry[];
    readonly interventions: readonly Entry[];
    readonly rules: readonly Entry[];
    readonly conflicts: readonly Entry[];
    readonly references: readonly Entry[];
    readonly evidence: readonly Entry[];
    readonly disputes: readonly Entry[];
    readonly links: readonly Entry[];
    readonly mappings: readonly Entry[];
    readonly checks: readonly Entry[];
}

/** An array of integers. */
export type Integers =
    | Int8Array
    | Uint8Array
    | Uint8ClampedArray
    | Int16Array
    | Uint16Array
    | Int32Array
    | Uint32Array;

/**
 * One column. An array holds keys and integers, and null or undefined where a cell is unknown. A
 * typed array holds the library's numbers: those of options, which are not their keys.
 */
export type Column =
    | readonly Cell[]
    | Integers
    | {
          values: Integers;
          /** The number that stands for unknown. */
          unknown?: number | null;
          /** Bit `row + validityOffset` is 1 where a row is known, least significant bit first. */
          validity?: Uint8Array | null;
          validityOffset?: number;
      };

/** Columns by their fields' keys. */
export type Columns = Record<string, Column> | Iterable<readonly [string, Column]>;

/** How a cohort is read. */
export interface CohortOptions {
    /** A cell that is no value is an error, or its row is marked in `status` with 1. */
    onBad?: 'throw' | 'mark';
    /** How many rows, where there may be no column. */
    rows?: number;
}

/** The library as it was loaded. */
export interface Sacralmet {
    readonly backend: 'native' | 'wasm';
    readonly versions: Readonly<{ release: string; abi: string; content: string; digest: string }>;
    readonly vocabularies: Readonly<Record<string, Vocabulary>>;
    readonly catalog: Catalog;
    /** Bytes of the module's memory; null for the native library. */
    readonly memorySize: number | null;
    readonly Record: new (entries?: Facts | PatientRecord | null) => PatientRecord;
    readonly Assessment: new (record: Facts | PatientRecord) => Assessment;
    scoreColumns(
        instrument: string,
        columns: Columns,
        options?: CohortOptions,
    ): {
        /** 255 in a row without an answer. */
        minimum: Uint8Array;
        maximum: Uint8Array;
        /** Bit b is set when band b is possible. */
        bands: Uint8Array;
        /** Bit i is set when item i is open. */
        missing: Uint8Array;
        status: Uint8Array;
    };
    assessColumns(
        columns: Columns,
        options?: CohortOptions & { interventions?: string[] },
    ): {
        /** Numbers of the vocabulary `verdict`; 255 in a row without an answer. */
        dispositions: Record<string, Uint8Array>;
        settled: Record<string, Uint8Array>;
        status: Uint8Array;
    };
    checkColumns(
        columns: Columns,
        options?: CohortOptions,
    ): { inconsistent: Uint8Array; status: Uint8Array };
}

/** Where the library is. */
export interface LoadOptions {
    backend?: 'native' | 'wasm';
    /** native: the shared library; wasm: sacralmet.js, or the function that it defines. */
    library?: string | URL | ((options: object) => Promise<object>);
    /** wasm: sacralmet.wasm or its bytes. */
    wasm?: string | URL | ArrayBuffer | Uint8Array;
    /** sacralmet-api.json or what it holds. */
    description?: string | URL | object;
}

/** Loads the library. */
export function load(options?: LoadOptions): Promise<Sacralmet>;
