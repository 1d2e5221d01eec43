package sacralmet;

import java.util.List;

/**
 * The answer of one instrument: every total that some possible patient has.
 *
 * @param minimum the least possible total
 * @param maximum the greatest possible total
 * @param totals the possible totals, rising
 * @param bands the possible bands, that of the least totals first
 * @param complete one total is left
 * @param decided one band is left
 * @param missing fields that leave their item open, the most influential first
 */
public record Score(int minimum, int maximum, List<Integer> totals, List<String> bands,
        boolean complete, boolean decided, List<String> missing) {

    static Score of(Structs.Score score) {
        List<String> bands = Vocabulary.bits(score.bands).stream()
                .map(band -> band(score.instrument, band)).toList();
        return new Score(score.minimum, score.maximum, Vocabulary.bits(score.totals), bands,
                score.is_complete != 0, score.is_decided != 0,
                Vocabulary.keys("field", score.missing, score.missing_count));
    }

    private static String band(int instrument, int band) {
        Structs.BandInfo info = new Structs.BandInfo();
        SacralmetException.check(Calls.smet_band_describe(instrument, band, info), "band");
        return Structs.Sized.text(info.key);
    }
}
