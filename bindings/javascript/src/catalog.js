const sequence = (count, make) => Array.from({ length: Number(count) }, (_, i) => make(i));

/** Freezes an object and what is in it: one catalog serves all who read it. */
function freeze(object) {
    Object.values(object).forEach((it) => {
        if (typeof it === 'object' && it !== null && !Object.isFrozen(it)) {
            freeze(it);
        }
    });
    return Object.freeze(object);
}

/**
 * What the library knows, as plain objects. Each part is read when it is first asked for.
 */
export class Catalog {
    #core;
    #parts = new Map();
    #one = new Map();

    /** @param {import('./core.js').Core} core */
    constructor(core) {
        this.#core = core;
    }

    #part(name, make) {
        if (!this.#parts.has(name)) {
            this.#parts.set(name, freeze(make()));
        }
        return this.#parts.get(name);
    }

    #every(vocabulary, describe) {
        return this.#part(vocabulary, () =>
            [...this.#core.vocabulary(vocabulary)].map((term) => describe(term.number)),
        );
    }

    #keys(vocabulary, name, ...given) {
        const terms = this.#core.vocabulary(vocabulary);
        return this.#core.list(name, ...given).map((it) => terms.key(it));
    }

    /** Values as a record gives them: integers as numbers, options as keys. */
    #values(field, numbers) {
        return numbers.map((it) => this.value(field, it));
    }

    /**
     * A value as JavaScript has it.
     * @param {number} field the field's number
     * @param {number} number the value's
     * @returns {string|number} the integer itself, or the option's key
     */
    value(field, number) {
        return this.field(field).kind === 'integer'
            ? number
            : this.#core.text(this.#core.functions.smet_value_key(field, number));
    }

    /**
     * One field by its number.
     * @param {number} number
     */
    field(number) {
        const known = this.#one.get(number);
        if (known !== undefined) {
            return known;
        }
        const { functions } = this.#core;
        const info = this.#core.fill('smet_field_describe', 'smet_field_info', number);
        info.values = sequence(functions.smet_value_count(number), (i) => {
            const value = functions.smet_value_at(number, i);
            return {
                number: value,
                key: this.#core.text(functions.smet_value_key(number, value)),
                label: this.#core.text(functions.smet_value_label(number, value)),
                definition: this.#core.text(functions.smet_value_definition(number, value)),
            };
        });
        this.#one.set(number, freeze(info));
        return info;
    }

    /** The fields of a record, with their values. */
    get fields() {
        return this.#every('field', (number) => this.field(number));
    }

    /** The instruments, with their items, points, bands, notes and references. */
    get instruments() {
        const core = this.#core;
        return this.#every('instrument', (number) => {
            const info = core.fill('smet_instrument_describe', 'smet_instrument_info', number);
            info.items = sequence(info.itemCount, (i) => this.#item(number, i));
            info.bands = sequence(info.bandCount, (i) =>
                core.fill('smet_band_describe', 'smet_band_info', number, i),
            );
            info.notes = sequence(info.noteCount, (i) =>
                core.text(core.functions.smet_instrument_note(number, i)),
            );
            info.references = this.#keys('reference', 'smet_instrument_references', number);
            return info;
        });
    }

    #item(instrument, index) {
        const core = this.#core;
        const item = core.fill('smet_item_describe', 'smet_item_info', instrument, index);
        const field = core.vocabulary('field').number(item.field);
        item.rows = sequence(item.rowCount, (row) => ({
            ...core.fill('smet_points_describe', 'smet_points_info', instrument, index, row),
            values: this.#values(field, core.list('smet_points_values', instrument, index, row)),
        }));
        return item;
    }

    /** The findings, with their conditions in words. */
    get findings() {
        return this.#every('finding', (number) => ({
            ...this.#core.fill('smet_finding_describe', 'smet_finding_info', number),
            condition: this.#core.words('smet_finding_condition', number),
        }));
    }

    /** The interventions. */
    get interventions() {
        return this.#every('intervention', (number) =>
            this.#core.fill('smet_intervention_describe', 'smet_intervention_info', number),
        );
    }

    /** The rules, with rationale, references and outcome figures. */
    get rules() {
        return this.#every('rule', (number) => ({
            ...this.#core.fill('smet_rule_describe', 'smet_rule_info', number),
            condition: this.#core.words('smet_rule_condition', number),
            interventions: this.#keys('intervention', 'smet_rule_interventions', number),
            references: this.#keys('reference', 'smet_rule_references', number),
            evidence: this.#keys('evidence', 'smet_rule_evidence', number),
            fields: this.#keys('field', 'smet_rule_fields', number),
        }));
    }

    /**
     * One rule by its key.
     * @param {string} key
     */
    rule(key) {
        return this.#part('rules by key', () =>
            Object.fromEntries(this.rules.map((it) => [it.key, it])),
        )[key];
    }

    /** The conflicts that an answer names. */
    get conflicts() {
        return this.#every('conflict', (number) => ({
            ...this.#core.fill('smet_conflict_describe', 'smet_conflict_info', number),
            condition: this.#core.words('smet_conflict_condition', number),
            between: this.#core.texts('smet_conflict_between', number),
        }));
    }

    /** The references. */
    get references() {
        return this.#every('reference', (number) =>
            this.#core.fill('smet_reference_describe', 'smet_reference_info', number),
        );
    }

    /**
     * A reference ready to print.
     * @param {string} key
     * @returns {string}
     */
    citation(key) {
        return this.#part('citations', () =>
            Object.fromEntries(this.references.map((it) => [it.key, it.citation])),
        )[key];
    }

    /** The outcome figures. */
    get evidence() {
        return this.#every('evidence', (number) => ({
            ...this.#core.fill('smet_evidence_describe', 'smet_evidence_info', number),
            interventions: this.#keys('intervention', 'smet_evidence_interventions', number),
        }));
    }

    /** The places where sources disagree. */
    get disputes() {
        return this.#every('dispute', (number) => ({
            ...this.#core.fill('smet_dispute_describe', 'smet_dispute_info', number),
            references: this.#keys('reference', 'smet_dispute_references', number),
        }));
    }

    /** The relations between fields. */
    get links() {
        const core = this.#core;
        const { functions } = core;
        return this.#part('links', () =>
            sequence(functions.smet_link_count(), (i) => {
                const fields = core.list('smet_link_fields', i);
                const names = fields.map((it) => core.vocabulary('field').key(it));
                return {
                    text: core.text(functions.smet_link_text(i)),
                    fields: names,
                    shortcut: core.vocabulary('field').key(functions.smet_link_shortcut(i)),
                    isOnceEntered: functions.smet_link_once_entered(i) !== 0,
                    cases: sequence(functions.smet_link_case_count(i), (which) =>
                        Object.fromEntries(
                            fields.map((field, position) => [
                                names[position],
                                this.#values(
                                    field,
                                    core.list('smet_link_case_values', i, which, position),
                                ),
                            ]),
                        ),
                    ),
                };
            }),
        );
    }

    /** What stands for overrides that were not entered. */
    get mappings() {
        const core = this.#core;
        const { functions } = core;
        const number = (field) => core.vocabulary('field').number(field);
        return this.#part('mappings', () =>
            sequence(functions.smet_mapping_count(), (i) => {
                const info = core.fill('smet_mapping_describe', 'smet_mapping_info', i);
                const instrument = info.instrument;
                info.instrument = core.vocabulary('instrument').key(instrument);
                info.rows = sequence(info.rowCount, (row) => {
                    const from = core.list('smet_mapping_row', i, row, 0);
                    return {
                        from:
                            info.from === null
                                ? from.map((it) => this.bandKeys(instrument)[it])
                                : this.#values(number(info.from), from),
                        to: this.#values(
                            number(info.field),
                            core.list('smet_mapping_row', i, row, 1),
                        ),
                        note: core.text(functions.smet_mapping_note(i, row)),
                    };
                });
                return info;
            }),
        );
    }

    /** The checks for facts that contradict each other beyond the links. */
    get checks() {
        const core = this.#core;
        return this.#part('checks', () =>
            sequence(core.functions.smet_check_count(), (i) => ({
                text: core.text(core.functions.smet_check_text(i)),
                fields: this.#keys('field', 'smet_check_fields', i),
                condition: core.words('smet_check_condition', i),
            })),
        );
    }

    /**
     * The keys of an instrument's bands, from the least totals up.
     * @param {number} instrument
     * @returns {string[]}
     */
    bandKeys(instrument) {
        const key = this.#core.vocabulary('instrument').key(instrument);
        return this.#part(`bands of ${key}`, () =>
            this.instruments.find((it) => it.instrument === key).bands.map((band) => band.key),
        );
    }
}
