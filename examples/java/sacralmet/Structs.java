package sacralmet;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import java.util.List;
import java.util.Map;

/** The structs of the library's headers, as far as they are used here. */
final class Structs {
    /** Which struct of the headers each class is. */
    static final Map<String, Class<? extends Sized>> BY_NAME = Map.of(
            "smet_error", Error.class,
            "smet_field_info", FieldInfo.class,
            "smet_rule_info", RuleInfo.class,
            "smet_reference_info", ReferenceInfo.class,
            "smet_band_info", BandInfo.class,
            "smet_score", Score.class,
            "smet_disposition", Disposition.class,
            "smet_rule_state", RuleState.class,
            "smet_next_fact", NextFact.class);

    private Structs() {
    }

    /** A struct that says how large it is. Each call reads and fills it. */
    public abstract static class Sized extends Structure {
        public int size;

        @Override
        public void write() {
            size = size();
            super.write();
        }

        int offset(String member) {
            return fieldOffset(member);
        }

        List<String> members() {
            return getFieldOrder();
        }

        /** A static text of the library. */
        static String text(Pointer text) {
            return text.getString(0, "UTF-8");
        }
    }

    @FieldOrder({"size", "status", "field", "line", "column", "message"})
    public static final class Error extends Sized {
        public int status;
        public int field;
        public int line;
        public int column;
        public byte[] message = new byte[236];

        String text() {
            return Native.toString(message, "UTF-8");
        }
    }

    @FieldOrder({"size", "field", "kind", "group", "minimum", "maximum", "step", "is_override",
        "key", "label", "definition"})
    public static final class FieldInfo extends Sized {
        public int field;
        public int kind;
        public int group;
        public int minimum;
        public int maximum;
        public int step;
        public int is_override;
        public Pointer key;
        public Pointer label;
        public Pointer definition;
    }

    @FieldOrder({"size", "rule", "verdict", "grade", "key", "rationale", "section"})
    public static final class RuleInfo extends Sized {
        public int rule;
        public int verdict;
        public int grade;
        public Pointer key;
        public Pointer rationale;
        public Pointer section;
    }

    @FieldOrder({"size", "reference", "number", "year", "key", "authors", "title", "journal",
        "volume", "pages", "doi", "pmid", "citation"})
    public static final class ReferenceInfo extends Sized {
        public int reference;
        public int number;
        public int year;
        public Pointer key;
        public Pointer authors;
        public Pointer title;
        public Pointer journal;
        public Pointer volume;
        public Pointer pages;
        public Pointer doi;
        public Pointer pmid;
        public Pointer citation;
    }

    @FieldOrder({"size", "band", "minimum", "maximum", "key", "label", "alias", "strategy",
        "provenance", "survival_minimum", "survival_maximum"})
    public static final class BandInfo extends Sized {
        public int band;
        public int minimum;
        public int maximum;
        public Pointer key;
        public Pointer label;
        public Pointer alias;
        public Pointer strategy;
        public Pointer provenance;
        public int survival_minimum;
        public int survival_maximum;
    }

    @FieldOrder({"size", "instrument", "minimum", "maximum", "totals", "bands", "is_defined",
        "is_complete", "is_decided", "item_count", "missing_count", "missing"})
    public static final class Score extends Sized {
        public int instrument;
        public int minimum;
        public int maximum;
        public long totals;
        public int bands;
        public int is_defined;
        public int is_complete;
        public int is_decided;
        public int item_count;
        public int missing_count;
        public int[] missing = new int[32];
    }

    @FieldOrder({"size", "intervention", "disposition", "is_settled", "side",
        "possible_count", "possible"})
    public static final class Disposition extends Sized {
        public int intervention;
        public int disposition;
        public int is_settled;
        public int side;
        public int possible_count;
        public int[] possible = new int[16];
    }

    @FieldOrder({"size", "rule", "verdict", "fires", "is_overruled"})
    public static final class RuleState extends Sized {
        public int rule;
        public int verdict;
        public int fires;
        public int is_overruled;
    }

    @FieldOrder({"size", "field", "may_show_emergency"})
    public static final class NextFact extends Sized {
        public int field;
        public int may_show_emergency;
    }
}
