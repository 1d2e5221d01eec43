package sacralmet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** What the vectors do not ask of the package: errors, walks, closing, threads, memory. */
public final class Checks {
    /**
     * A record takes about a kilobyte and an assessment more, so that 100 000 of them would be
     * far above what the process may grow by.
     */
    private static final long MOST = 64L << 20;

    private static int failures;

    private Checks() {
    }

    public static void main(String[] arguments) throws Exception {
        errorsSayWhatAndWhere();
        factsAreNarrowedAndCleared();
        vocabulariesAreWalked();
        dispositionsComeWithTheirRules();
        whatIsClosedIsNotUsed();
        manyReadOneRecord();
        nothingPilesUp();
        theCollectorFrees();
        System.out.println(failures == 0 ? "all hold" : failures + " do not hold");
        System.exit(failures == 0 ? 0 : 1);
    }

    private static void equal(Object wanted, Object got, String what) {
        if (!Objects.equals(wanted, got)) {
            System.out.println(what + ": wanted " + wanted + ", got " + got);
            failures++;
        }
    }

    private static void holds(boolean condition, String what) {
        equal(true, condition, what);
    }

    private static void refused(String status, String field, Runnable call) {
        String what = status + ", field " + field;
        try {
            call.run();
            holds(false, what + ": not refused");
        } catch (SacralmetException error) {
            equal(status, error.status(), what);
            equal(field, error.field(), what);
            holds(error.getMessage() != null && !error.getMessage().isEmpty(), what + ": message");
        }
    }

    private static void errorsSayWhatAndWhere() {
        try (Record record = new Record().set("pain", "none")) {
            refused("SMET_ERROR_CONTRADICTION", "pain", () -> record.set("pain", "mechanical"));
            try {
                record.set("pain", "mechanical");
            } catch (SacralmetException error) {
                holds(error.getMessage().startsWith("pain: "), "the message begins with the field");
            }
            refused("SMET_ERROR_UNKNOWN_FIELD", null, () -> record.set("no_such_field", "1"));
            refused("SMET_ERROR_UNKNOWN_FIELD", null, () -> record.set("x", 1));
            // A number is the key that it is written with: ESCC grade 2, whose option has number 4.
            try (Record graded = new Record()) {
                equal(List.of("2"), graded.set("escc", 2).values("escc"), "ESCC 2");
            }
            refused("SMET_ERROR_UNKNOWN_OPTION", "primary_tumor",
                    () -> record.set("primary_tumor", 3));
            refused("SMET_ERROR_UNKNOWN_FIELD", null, () -> record.clear("x"));
            refused("SMET_ERROR_UNKNOWN_FIELD", null, () -> record.values("x"));
            refused("SMET_ERROR_SYNTAX", "karnofsky", () -> record.set("karnofsky", "40\0"));
            refused("SMET_ERROR_SYNTAX", null, () -> record.set("karno\0fsky", "40"));
            refused("SMET_ERROR_OUT_OF_RANGE", "karnofsky", () -> record.set("karnofsky", 45));
            refused("SMET_ERROR_UNKNOWN_OPTION", "lesion_level",
                    () -> record.narrow("lesion_level", List.of("S1", "S9")));
            refused("SMET_ERROR_EMPTY_SET", "lesion_level",
                    () -> record.narrow("lesion_level", List.of()));
            refused("SMET_ERROR_REVERSED_RANGE", "karnofsky",
                    () -> record.narrow("karnofsky", 60, 40));
            refused("SMET_ERROR_WRONG_KIND", "lesion_level",
                    () -> record.narrow("lesion_level", 0, 1));
            refused("SMET_ERROR_UNKNOWN_TERM", null, () -> record.score("x"));
            refused("SMET_ERROR_UNKNOWN_TERM", null, () -> Sacralmet.terms("x"));
            refused("SMET_ERROR_UNKNOWN_TERM", null, () -> Sacralmet.rule("x"));
            for (Term field : Sacralmet.terms("field")) {
                equal(field.key().equals("pain"), record.isEntered(field.key()),
                        "what is refused changes nothing: " + field.key());
            }
        }
    }

    private static void factsAreNarrowedAndCleared() {
        try (Record record = new Record()) {
            record.narrow("karnofsky", 40, 60).narrow("karnofsky", List.of("50", "60", "100"));
            equal(List.of("50", "60"), record.values("karnofsky"), "what two entries leave");
            try (Record other = record.copy()) {
                record.clear("karnofsky");
                equal(false, record.isEntered("karnofsky"), "it is cleared");
                equal(true, other.isEntered("karnofsky"), "its copy is not");
            }
            try (Assessment assessment = record.set("ecog", "3").assess()) {
                // The clinical authority on records: "ECOG 3 gives 30 to 60".
                equal(List.of("30", "40", "50", "60"), assessment.values("karnofsky"),
                        "a linked field is narrowed");
            }
        }
    }

    private static void vocabulariesAreWalked() {
        for (Term vocabulary : Sacralmet.terms("vocabulary")) {
            List<Term> terms = Sacralmet.terms(vocabulary.key());
            HashSet<String> keys = new HashSet<>();
            for (Term term : terms) {
                keys.add(term.key());
                equal(term.number(), Sacralmet.numbers(vocabulary.key()).get(term.key()),
                        "a key finds its term");
            }
            holds(!terms.isEmpty() && keys.size() == terms.size(), vocabulary.key());
        }
        for (Term field : Sacralmet.terms("field")) {
            equal(field.label(), Sacralmet.field(field.key()).label(), "a field's label");
            for (Term value : Sacralmet.values(field.key())) {
                try (Record record = new Record(); Record other = new Record()) {
                    List<String> left = record.set(field.key(), value.key()).values(field.key());
                    equal(List.of(value.key()), left, "a value by its key");
                    // A number is the key that it is written with, and never that of an option.
                    if (value.key().matches("[0-9]+")) {
                        other.set(field.key(), Integer.parseInt(value.key()));
                    } else {
                        other.set(field.key(), value.key());
                    }
                    equal(left, other.values(field.key()), "a value by its number");
                }
            }
        }
        // Andresen 2014 by its printed authors: whatever Java's own encoding is, the library's
        // texts are UTF-8.
        holds(Sacralmet.terms("rule").stream()
                .flatMap(rule -> Sacralmet.rule(rule.key()).references().stream())
                .anyMatch(text -> text.contains("L\u00fcdtke CW")), "texts are read as UTF-8");
        refused("SMET_ERROR_UNKNOWN_OPTION", "lesion_level", () -> {
            try (Record record = new Record()) {
                record.set("lesion_level", "S\u00b9");
            } catch (SacralmetException error) {
                holds(error.getMessage().contains("S\u00b9"), "UTF-8 both ways");
                throw error;
            }
        });
    }

    private static void dispositionsComeWithTheirRules() {
        Record record = new Record().set("cauda_equina_syndrome", "yes")
                .set("tissue_diagnosis", "metastasis").set("lesion_level", "S1");
        try (Assessment assessment = record.assess()) {
            record.close();
            // The clinical authority on the pathway: cauda equina syndrome is an emergency.
            List<Assessment.Disposition> all = assessment.dispositions();
            equal("urgent_decompression", all.get(0).intervention(), "what comes first");
            equal("emergency", all.get(0).verdict(), "an emergency comes first");
            equal("true", assessment.finding("cauda_equina"), "a finding");
            for (Assessment.Disposition one : all) {
                equal(one, assessment.disposition(one.intervention()), "one disposition");
                for (String key : assessment.rules(one.intervention())) {
                    Sacralmet.Rule rule = Sacralmet.rule(key);
                    equal(rule.verdict(), assessment.rule(one.intervention(), key).verdict(), key);
                    holds(!rule.rationale().isEmpty() && !rule.references().isEmpty(), key);
                }
            }
            for (Assessment.NextFact fact : assessment.next()) {
                holds(fact.interventions().size() + fact.instruments().size() > 0, fact.field());
            }
        }
    }

    private static void whatIsClosedIsNotUsed() {
        Record record = new Record();
        Assessment assessment = record.assess();
        for (int i = 0; i < 2; i++) {
            record.close();
            assessment.close();
        }
        for (Runnable call : List.<Runnable>of(() -> record.set("ecog", "3"), record::assess,
                record::copy, assessment::next, () -> assessment.score("sins"))) {
            try {
                call.run();
                holds(false, "what is closed is refused");
            } catch (IllegalStateException expected) {
                holds(true, "what is closed is refused");
            }
        }
    }

    private static void manyReadOneRecord() throws InterruptedException, ExecutionException {
        ExecutorService readers = Executors.newFixedThreadPool(8);
        try (Record record = new Record().set("lesion_level", "S1|S2");
                Assessment wanted = record.assess()) {
            List<Future<Boolean>> answers = IntStream.range(0, 200).mapToObj(i ->
                    readers.submit(() -> {
                        try (Assessment assessment = record.assess()) {
                            return assessment.dispositions().equals(wanted.dispositions());
                        }
                    })).toList();
            for (Future<Boolean> answer : answers) {
                holds(answer.get(), "threads get one answer");
            }
        } finally {
            readers.shutdown();
        }
    }

    /** The memory of the process, in bytes; 0 where it cannot be asked for. */
    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        String line = Files.readAllLines(status).stream()
                .filter(one -> one.startsWith("VmRSS:")).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
    }

    private static void useOne(Record record) {
        record.set("ecog", "3");
        try {
            record.set("ecog", "x");
            holds(false, "x is no grade of ECOG");
        } catch (SacralmetException expected) {
            holds(expected.field().equals("ecog"), "the field");
        }
    }

    private static void useClosed(int count) {
        for (int i = 0; i < count; i++) {
            try (Record record = new Record()) {
                useOne(record);
                record.assess().close();
            }
        }
    }

    private static void nothingPilesUp() throws IOException {
        // Java takes its own memory first.
        useClosed(10000);
        long before = resident();
        useClosed(100000);
        long grown = resident() - before;
        holds(grown < MOST, "closed records pile up: " + grown + " bytes");
    }

    private static void theCollectorFrees() throws IOException, InterruptedException {
        long before = resident();
        for (int i = 0; i < 100000; i++) {
            Record record = new Record();
            useOne(record);
            record.assess();
            if (i % 5000 == 0) {
                System.gc();
                Thread.sleep(10); // the cleaner runs beside
            }
        }
        long grown = resident() - before;
        holds(grown < MOST, "unclosed records pile up: " + grown + " bytes");
    }
}
