package sacralmet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * libsacralmet, the clinical decision library on the management of sacral metastases: which
 * library is running, and its words. The system property {@code sacralmet.library} may name
 * the shared library's file.
 */
public final class Sacralmet {
    /**
     * What a record can hold of one fact.
     *
     * @param key its key
     * @param label for people
     * @param definition what it asks for
     * @param kind a key of the vocabulary {@code field_kind}
     * @param group a key of the vocabulary {@code field_group}
     * @param minimum the least value
     * @param maximum the greatest value
     * @param step values are multiples of this
     * @param override a clinician's own judgement, which wins over what is derived
     */
    public record Field(String key, String label, String definition, String kind, String group,
            int minimum, int maximum, int step, boolean override) {
    }

    /**
     * A statement of the literature.
     *
     * @param key its key
     * @param verdict what it says of its interventions
     * @param grade how well it is grounded
     * @param rationale why
     * @param section its place in the review
     * @param references citations, ready to print
     */
    public record Rule(String key, String verdict, String grade, String rationale, String section,
            List<String> references) {
    }

    private Sacralmet() {
    }

    /** The release, such as {@code 0.1.0}. */
    public static String release() {
        return Calls.smet_version();
    }

    /** The version of the binary interface. */
    public static String abi() {
        return Calls.smet_abi_version();
    }

    /** The version of the clinical content. */
    public static String content() {
        return Calls.smet_content_version();
    }

    /** The SHA-256 of the clinical content. */
    public static String digest() {
        return Calls.smet_content_digest();
    }

    /**
     * The terms of a vocabulary, such as {@code field}, {@code intervention} or
     * {@code verdict}. The vocabulary {@code vocabulary} lists them all.
     */
    public static List<Term> terms(String vocabulary) {
        return Vocabulary.named(vocabulary).terms;
    }

    /** The numbers of a vocabulary by their keys. */
    public static Map<String, Integer> numbers(String vocabulary) {
        return Vocabulary.named(vocabulary).numbers();
    }

    /** The values that a field can have. */
    public static List<Term> values(String field) {
        int number = Vocabulary.field(field);
        int count = Calls.smet_value_count(number).intValue();
        List<Term> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int value = Calls.smet_value_at(number, new Calls.Size(i));
            values.add(new Term(value, Calls.smet_value_key(number, value),
                    Calls.smet_value_label(number, value)));
        }
        return Collections.unmodifiableList(values);
    }

    /** What a field is. */
    public static Field field(String field) {
        Structs.FieldInfo info = new Structs.FieldInfo();
        SacralmetException.check(Calls.smet_field_describe(Vocabulary.field(field), info), field);
        return new Field(Structs.Sized.text(info.key), Structs.Sized.text(info.label),
                Structs.Sized.text(info.definition), Vocabulary.key("field_kind", info.kind),
                Vocabulary.key("field_group", info.group), info.minimum, info.maximum, info.step,
                info.is_override != 0);
    }

    /** What a rule is. */
    public static Rule rule(String rule) {
        int number = Vocabulary.termOf("rule", rule);
        Structs.RuleInfo info = new Structs.RuleInfo();
        SacralmetException.check(Calls.smet_rule_describe(number, info), rule);
        List<String> references = new ArrayList<>();
        for (int reference : Vocabulary.list((room, capacity) ->
                Calls.smet_rule_references(number, room, capacity))) {
            Structs.ReferenceInfo cited = new Structs.ReferenceInfo();
            SacralmetException.check(Calls.smet_reference_describe(reference, cited), rule);
            references.add(Structs.Sized.text(cited.citation));
        }
        return new Rule(Structs.Sized.text(info.key), Vocabulary.key("verdict", info.verdict),
                Vocabulary.key("grade", info.grade), Structs.Sized.text(info.rationale),
                Structs.Sized.text(info.section), Collections.unmodifiableList(references));
    }
}
