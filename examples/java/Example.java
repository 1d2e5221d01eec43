import sacralmet.Assessment;
import sacralmet.Record;
import sacralmet.Sacralmet;
import sacralmet.SacralmetException;
import sacralmet.Score;

/** Assesses a patient of whom three facts are known. */
public final class Example {
    private Example() {
    }

    public static void main(String[] arguments) {
        try (Record record = new Record()) {
            record.set("lesion_level", "S1").set("karnofsky", "40..50").set("pain", "mechanical");
            Score sins = record.score("sins");
            System.out.println("SINS " + sins.minimum() + " to " + sins.maximum());
            try (Assessment assessment = record.assess()) {
                for (Assessment.NextFact fact : assessment.next()) {
                    System.out.println("find out: " + Sacralmet.field(fact.field()).label());
                }
            }
            record.set("karnofsky", "85");
        } catch (SacralmetException refused) {
            System.out.println(refused.status() + ": " + refused.getMessage());
        }
    }
}
