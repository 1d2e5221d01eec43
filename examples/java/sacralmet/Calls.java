package sacralmet;

import com.sun.jna.IntegerType;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.Map;

/** The functions of the library, as far as they are used here, by JNA's direct mapping. */
final class Calls {
    /** An unsigned integer as wide as an address. */
    public static final class Size extends IntegerType {
        private static final long serialVersionUID = 1L;

        public Size() {
            this(0);
        }

        Size(long value) {
            super(Native.SIZE_T_SIZE, value, true);
        }
    }

    /** The ABI version that this class and {@link Structs} are written for. */
    static final int ABI_MAJOR = 0;
    static final int ABI_MINOR = 2;

    static {
        String library = System.getProperty("sacralmet.library", "sacralmet");
        // Java's and JNA's own encodings may be any; the library's is UTF-8.
        Native.register(Calls.class, NativeLibrary.getInstance(library,
                Map.of(Library.OPTION_STRING_ENCODING, "UTF-8")));
        // A struct of another version would be read wrongly, without a word.
        if (smet_abi_serves(ABI_MAJOR, ABI_MINOR) == 0) {
            throw new UnsatisfiedLinkError("libsacralmet has the ABI " + smet_abi_version()
                    + "; this package is for " + ABI_MAJOR + "." + ABI_MINOR);
        }
    }

    private Calls() {
    }

    static native String smet_version();

    static native String smet_abi_version();

    static native int smet_abi_serves(int major, int minor);

    static native String smet_content_version();

    static native String smet_content_digest();

    static native String smet_status_name(int status);

    static native String smet_status_text(int status);

    static native Size smet_term_count(int vocabulary);

    static native int smet_term_at(int vocabulary, Size index);

    static native String smet_term_key(int vocabulary, int term);

    static native String smet_term_label(int vocabulary, int term);

    static native int smet_term_find(int vocabulary, String key);

    static native int smet_field_describe(int field, Structs.FieldInfo info);

    static native Size smet_value_count(int field);

    static native int smet_value_at(int field, Size index);

    static native String smet_value_key(int field, int value);

    static native String smet_value_label(int field, int value);

    static native int smet_value_find(int field, String key);

    static native int smet_rule_describe(int rule, Structs.RuleInfo info);

    static native Size smet_rule_references(int rule, int[] references, Size capacity);

    static native int smet_reference_describe(int reference, Structs.ReferenceInfo info);

    static native int smet_band_describe(int instrument, int band, Structs.BandInfo info);

    static native Pointer smet_record_new();

    static native Pointer smet_record_copy(Pointer record);

    static native void smet_record_free(Pointer record);

    static native int smet_record_narrow(Pointer record, int field, int[] values, Size count,
            Structs.Error error);

    static native int smet_record_narrow_range(Pointer record, int field, int minimum, int maximum,
            Structs.Error error);

    static native int smet_record_set_text(Pointer record, String fieldKey, String text,
            Structs.Error error);

    static native int smet_record_clear(Pointer record, int field);

    static native int smet_record_is_entered(Pointer record, int field);

    static native Size smet_record_values(Pointer record, int field, int[] values, Size capacity);

    static native int smet_record_score(Pointer record, int instrument, Structs.Score score,
            Structs.Error error);

    static native Pointer smet_assess(Pointer record, Structs.Error error);

    static native void smet_assessment_free(Pointer assessment);

    static native int smet_assessment_disposition(Pointer assessment, int intervention,
            Structs.Disposition disposition);

    static native Size smet_assessment_deciding(Pointer assessment, int intervention, int[] fields,
            Size capacity);

    static native Size smet_assessment_alarming(Pointer assessment, int intervention, int[] fields,
            Size capacity);

    static native Size smet_assessment_disposition_count(Pointer assessment);

    static native int smet_assessment_disposition_at(Pointer assessment, Size index,
            Structs.Disposition disposition);

    static native Size smet_assessment_rules(Pointer assessment, int intervention, int[] rules,
            Size capacity);

    static native int smet_assessment_rule(Pointer assessment, int intervention, int rule,
            Structs.RuleState state);

    static native Size smet_assessment_cautions(Pointer assessment, int intervention, int[] rules,
            Size capacity);

    static native int smet_assessment_finding(Pointer assessment, int finding);

    static native int smet_assessment_score(Pointer assessment, int instrument,
            Structs.Score score);

    static native Size smet_assessment_values(Pointer assessment, int field, int[] values,
            Size capacity);

    static native Size smet_assessment_conflicts(Pointer assessment, int[] conflicts,
            Size capacity);

    static native Size smet_assessment_inconsistency_count(Pointer assessment);

    static native Size smet_assessment_inconsistency_fields(Pointer assessment, Size index,
            int[] fields, Size capacity);

    static native String smet_assessment_inconsistency_text(Pointer assessment, Size index);

    static native Size smet_assessment_next_count(Pointer assessment);

    static native int smet_assessment_next(Pointer assessment, Size index, Structs.NextFact fact);

    static native Size smet_assessment_next_interventions(Pointer assessment, Size index,
            int[] interventions, Size capacity);

    static native Size smet_assessment_next_instruments(Pointer assessment, Size index,
            int[] instruments, Size capacity);
}
