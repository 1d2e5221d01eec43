package sacralmet;

import com.sun.jna.Pointer;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Everything that the library says of one record; {@link Record#assess} makes it. It never
 * changes, and any number of threads may read it.
 */
public final class Assessment implements AutoCloseable {
    /**
     * What is known of one intervention.
     *
     * @param intervention its key
     * @param verdict the strongest verdict among the rules that fire
     * @param settled nothing that is unknown can change it
     * @param possible it and each stronger verdict that may come, the strongest first
     * @param side the side that is named; null for none
     * @param deciding fields, still open, that could change it
     * @param alarming of these, those that could still make it an emergency
     */
    public record Disposition(String intervention, String verdict, boolean settled,
            List<String> possible, String side, List<String> deciding, List<String> alarming) {
    }

    /**
     * How a rule stands on an intervention.
     *
     * @param rule its key
     * @param verdict what it says
     * @param fires a key of the vocabulary {@code truth}
     * @param overruled it fires, and so does a stronger one
     */
    public record RuleState(String rule, String verdict, String fires, boolean overruled) {
    }

    /**
     * A group of entered facts that contradict each other.
     *
     * @param fields the fields
     * @param text what is wrong, and what the library does about it
     */
    public record Inconsistency(List<String> fields, String text) {
    }

    /**
     * A fact that would settle much.
     *
     * @param field the field to find out
     * @param mayShowEmergency it could reveal an emergency
     * @param interventions those that it bears on
     * @param instruments those that miss it
     */
    public record NextFact(String field, boolean mayShowEmergency, List<String> interventions,
            List<String> instruments) {
    }

    private final Handle handle;

    Assessment(Pointer assessment) {
        handle = new Handle(this, assessment, Calls::smet_assessment_free);
    }

    /** What is known of an intervention. */
    public Disposition disposition(String intervention) {
        int number = Vocabulary.intervention(intervention);
        Structs.Disposition got = new Structs.Disposition();
        SacralmetException.check(call(assessment ->
                Calls.smet_assessment_disposition(assessment, number, got)), intervention);
        return call(assessment -> dispositionOf(assessment, got));
    }

    /** What there is to say, in the order of a reader: emergencies first. */
    public List<Disposition> dispositions() {
        return each(call(Calls::smet_assessment_disposition_count), index -> {
            Structs.Disposition got = new Structs.Disposition();
            SacralmetException.check(call(assessment -> Calls.smet_assessment_disposition_at(
                    assessment, new Calls.Size(index), got)), "disposition");
            return call(assessment -> dispositionOf(assessment, got));
        });
    }

    /** The rules that fire or may fire on an intervention. */
    public List<String> rules(String intervention) {
        int number = Vocabulary.intervention(intervention);
        return call(assessment -> Vocabulary.keys("rule", (room, capacity) ->
                Calls.smet_assessment_rules(assessment, number, room, capacity)));
    }

    /** How a rule stands on an intervention that it speaks of. */
    public RuleState rule(String intervention, String rule) {
        int on = Vocabulary.intervention(intervention);
        int number = Vocabulary.termOf("rule", rule);
        Structs.RuleState state = new Structs.RuleState();
        SacralmetException.check(call(assessment ->
                Calls.smet_assessment_rule(assessment, on, number, state)), rule);
        return new RuleState(rule, Vocabulary.key("verdict", state.verdict),
                Vocabulary.key("truth", state.fires), state.is_overruled != 0);
    }

    /** The rules to show as cautions with an intervention. */
    public List<String> cautions(String intervention) {
        int number = Vocabulary.intervention(intervention);
        return call(assessment -> Vocabulary.keys("rule", (room, capacity) ->
                Calls.smet_assessment_cautions(assessment, number, room, capacity)));
    }

    /** What is known of a finding: a key of the vocabulary {@code truth}. */
    public String finding(String finding) {
        int number = Vocabulary.termOf("finding", finding);
        return Vocabulary.key("truth", call(assessment ->
                Calls.smet_assessment_finding(assessment, number)));
    }

    /** The score of an instrument, as {@link Record#score} gives it. */
    public Score score(String instrument) {
        int number = Vocabulary.termOf("instrument", instrument);
        Structs.Score score = new Structs.Score();
        SacralmetException.check(call(assessment ->
                Calls.smet_assessment_score(assessment, number, score)), instrument);
        return Score.of(score);
    }

    /** The keys of a field's values that are possible once linked fields were applied. */
    public List<String> values(String field) {
        int number = Vocabulary.field(field);
        return call(assessment -> Vocabulary.valueKeys(number, (room, capacity) ->
                Calls.smet_assessment_values(assessment, number, room, capacity)));
    }

    /** The conflicts of this patient. */
    public List<String> conflicts() {
        return call(assessment -> Vocabulary.keys("conflict", (room, capacity) ->
                Calls.smet_assessment_conflicts(assessment, room, capacity)));
    }

    /** The groups of entered facts that contradict each other. */
    public List<Inconsistency> inconsistencies() {
        return each(call(Calls::smet_assessment_inconsistency_count), number -> {
            Calls.Size index = new Calls.Size(number);
            return call(assessment -> new Inconsistency(
                    Vocabulary.keys("field", (room, capacity) ->
                            Calls.smet_assessment_inconsistency_fields(assessment, index, room,
                                    capacity)),
                    Calls.smet_assessment_inconsistency_text(assessment, index)));
        });
    }

    /** The facts that would settle most. */
    public List<NextFact> next() {
        return each(call(Calls::smet_assessment_next_count), number -> {
            Calls.Size index = new Calls.Size(number);
            Structs.NextFact fact = new Structs.NextFact();
            SacralmetException.check(call(assessment ->
                    Calls.smet_assessment_next(assessment, index, fact)), "next");
            return call(assessment -> new NextFact(Vocabulary.key("field", fact.field),
                    fact.may_show_emergency != 0,
                    Vocabulary.keys("intervention", (room, capacity) ->
                            Calls.smet_assessment_next_interventions(assessment, index, room,
                                    capacity)),
                    Vocabulary.keys("instrument", (room, capacity) ->
                            Calls.smet_assessment_next_instruments(assessment, index, room,
                                    capacity))));
        });
    }

    /** Frees the assessment at once. Closing it again does nothing. */
    @Override
    public void close() {
        handle.close();
    }

    private static Disposition dispositionOf(Pointer assessment, Structs.Disposition got) {
        return new Disposition(Vocabulary.key("intervention", got.intervention),
                Vocabulary.key("verdict", got.disposition), got.is_settled != 0,
                Vocabulary.keys("verdict", got.possible, got.possible_count),
                Vocabulary.key("side", got.side),
                Vocabulary.keys("field", (room, capacity) -> Calls.smet_assessment_deciding(
                        assessment, got.intervention, room, capacity)),
                Vocabulary.keys("field", (room, capacity) -> Calls.smet_assessment_alarming(
                        assessment, got.intervention, room, capacity)));
    }

    private static <T> List<T> each(Calls.Size count, IntFunction<T> get) {
        List<T> list = new ArrayList<>();
        for (int i = 0; i < count.intValue(); i++) {
            list.add(get.apply(i));
        }
        return Collections.unmodifiableList(list);
    }

    /** The assessment is not collected while the library reads it. */
    private <T> T call(Function<Pointer, T> call) {
        try {
            return call.apply(handle.pointer());
        } finally {
            Reference.reachabilityFence(this);
        }
    }
}
