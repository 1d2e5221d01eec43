package sacralmet;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Runs the vectors that every binding runs. Usage: {@code Vectors VECTORS.json API.json}; the
 * second file describes the interface, and the structs here are compared with it first.
 */
public final class Vectors {
    private int count;
    private int differences;

    private Vectors() {
    }

    public static void main(String[] arguments) throws IOException {
        Vectors vectors = new Vectors();
        vectors.report("the package", Layouts.differences(Path.of(arguments[1])));
        vectors.run(Path.of(arguments[0]));
        System.out.println("Java: " + vectors.count + " vectors, " + vectors.differences
                + " differences");
        System.exit(vectors.count > 0 && vectors.differences == 0 ? 0 : 1);
    }

    /** One vector is held at a time. */
    private void run(Path path) throws IOException {
        try (JsonReader reader = new JsonReader(Files.newBufferedReader(path))) {
            reader.beginObject();
            while (reader.hasNext()) {
                switch (reader.nextName()) {
                case "versions" -> compare("the file", JsonParser.parseReader(reader), versions());
                case "vectors" -> runEach(reader);
                default -> reader.skipValue();
                }
            }
        }
    }

    private void runEach(JsonReader reader) throws IOException {
        reader.beginArray();
        while (reader.hasNext()) {
            JsonObject vector = JsonParser.parseReader(reader).getAsJsonObject();
            compare(vector.get("id").getAsString(), vector, answer(vector));
            count++;
        }
        reader.endArray();
    }

    private static JsonObject versions() {
        JsonObject object = new JsonObject();
        object.addProperty("release", Sacralmet.release());
        object.addProperty("abi", Sacralmet.abi());
        object.addProperty("content", Sacralmet.content());
        object.addProperty("digest", Sacralmet.digest());
        return object;
    }

    /** The vector that the library gives for the record of another. */
    private static JsonObject answer(JsonObject vector) {
        JsonObject got = new JsonObject();
        got.add("id", vector.get("id"));
        got.add("record", vector.get("record"));
        got.add("facts", vector.get("facts")); // for languages whose values have no types
        try (Record record = new Record()) {
            got.add("refused", enter(record, vector.getAsJsonArray("record")));
            try (Assessment assessment = record.assess()) {
                got.add("scores", scores(record, assessment));
                got.add("interventions", interventions(assessment));
                got.add("conflicts", strings(assessment.conflicts()));
                got.add("inconsistencies", inconsistencies(assessment));
                got.add("next", strings(assessment.next().stream()
                        .map(Assessment.NextFact::field).toList()));
            }
        }
        return got;
    }

    private static JsonArray enter(Record record, JsonArray entries) {
        JsonArray refused = new JsonArray();
        for (int i = 0; i < entries.size(); i++) {
            JsonArray entry = entries.get(i).getAsJsonArray();
            try {
                record.set(entry.get(0).getAsString(), entry.get(1).getAsString());
            } catch (SacralmetException error) {
                JsonObject one = new JsonObject();
                one.addProperty("index", i);
                one.addProperty("status", error.status());
                one.addProperty("field", error.field());
                one.addProperty("message", error.getMessage());
                refused.add(one);
            }
        }
        return refused;
    }

    private static JsonObject scores(Record record, Assessment assessment) {
        JsonObject scores = new JsonObject();
        for (Term instrument : Sacralmet.terms("instrument")) {
            Score score = assessment.score(instrument.key());
            if (!score.equals(record.score(instrument.key()))) {
                throw new AssertionError("the record is scored unlike the assessment");
            }
            JsonObject one = new JsonObject();
            one.addProperty("minimum", score.minimum());
            one.addProperty("maximum", score.maximum());
            one.add("totals", numbers(score.totals()));
            one.add("bands", strings(score.bands()));
            one.addProperty("complete", score.complete());
            one.addProperty("decided", score.decided());
            one.add("missing", strings(score.missing()));
            scores.add(instrument.key(), one);
        }
        return scores;
    }

    private static JsonObject interventions(Assessment assessment) {
        JsonObject interventions = new JsonObject();
        for (Term term : Sacralmet.terms("intervention")) {
            Assessment.Disposition disposition = assessment.disposition(term.key());
            JsonObject one = new JsonObject();
            one.addProperty("disposition", disposition.verdict());
            one.addProperty("settled", disposition.settled());
            one.add("possible", strings(disposition.possible()));
            one.addProperty("side", disposition.side() == null ? "none" : disposition.side());
            one.add("deciding", strings(disposition.deciding()));
            one.add("rules", strings(assessment.rules(term.key())));
            one.add("cautions", strings(assessment.cautions(term.key())));
            interventions.add(term.key(), one);
        }
        return interventions;
    }

    private static JsonArray inconsistencies(Assessment assessment) {
        JsonArray groups = new JsonArray();
        for (Assessment.Inconsistency group : assessment.inconsistencies()) {
            JsonObject one = new JsonObject();
            one.add("fields", strings(group.fields()));
            one.addProperty("text", group.text());
            groups.add(one);
        }
        return groups;
    }

    private static JsonArray strings(List<String> list) {
        JsonArray array = new JsonArray();
        list.forEach(array::add);
        return array;
    }

    private static JsonArray numbers(List<Integer> list) {
        JsonArray array = new JsonArray();
        list.forEach(array::add);
        return array;
    }

    private void compare(String id, JsonElement wanted, JsonElement got) {
        List<String> paths = new ArrayList<>();
        compare("", wanted, got, paths);
        report(id, paths);
    }

    private void report(String id, List<String> paths) {
        for (String path : paths.subList(0, Math.min(paths.size(), 5))) {
            System.out.println(id + ": " + path + " differs");
        }
        differences += paths.size();
    }

    /** Adds to {@code paths} the path of each place that differs. */
    private static void compare(String path, JsonElement wanted, JsonElement got,
            List<String> paths) {
        if (wanted instanceof JsonObject object && got instanceof JsonObject other) {
            TreeSet<String> names = new TreeSet<>(object.keySet());
            names.addAll(other.keySet());
            for (String name : names) {
                compare(path + "/" + name, object.get(name), other.get(name), paths);
            }
        } else if (wanted instanceof JsonArray array && got instanceof JsonArray other
                && array.size() == other.size()) {
            for (int i = 0; i < array.size(); i++) {
                compare(path + "/" + i, array.get(i), other.get(i), paths);
            }
        } else if (!same(wanted, got)) {
            paths.add(path);
        }
    }

    private static boolean same(JsonElement wanted, JsonElement got) {
        if (wanted instanceof JsonPrimitive one && got instanceof JsonPrimitive other) {
            // A number is compared as it is written.
            return one.isString() == other.isString() && one.isBoolean() == other.isBoolean()
                    && one.getAsString().equals(other.getAsString());
        }
        return wanted instanceof JsonNull && got instanceof JsonNull;
    }
}
