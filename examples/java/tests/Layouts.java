package sacralmet;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the structs and functions of the package with the description of the interface. */
final class Layouts {
    /** Sizes and offsets are given for addresses of both widths. */
    private static final String WIDTH = Native.POINTER_SIZE == 4 ? "_32" : "";

    /** What the types of the headers are, apart from enumerations, structs and addresses. */
    private static final Map<String, Class<?>> TYPES = Map.of("void", void.class,
            "int32_t", int.class, "uint32_t", int.class, "size_t", Calls.Size.class,
            "int64_t", long.class, "uint64_t", long.class);

    private final String abi;
    private final Map<String, JsonObject> types;
    private final Map<String, JsonObject> structs;
    private final Map<String, JsonObject> functions;
    private final List<String> differences = new ArrayList<>();

    private Layouts(JsonObject description) {
        abi = description.getAsJsonObject("versions").get("abi").getAsString();
        types = byName(description, "types");
        structs = byName(description, "structs");
        functions = byName(description, "functions");
    }

    /** What differs; the description is lib/abi/sacralmet-api.json. */
    static List<String> differences(Path description) throws IOException {
        try (Reader reader = Files.newBufferedReader(description)) {
            Layouts layouts = new Layouts(JsonParser.parseReader(reader).getAsJsonObject());
            layouts.expect(layouts.abi.startsWith(Calls.ABI_MAJOR + "." + Calls.ABI_MINOR + "."),
                    "Calls.java is for another ABI than " + layouts.abi);
            Structs.BY_NAME.forEach(layouts::compareStruct);
            int count = 0;
            for (Method method : Calls.class.getDeclaredMethods()) {
                if (Modifier.isNative(method.getModifiers())) {
                    layouts.compareFunction(method);
                    count++;
                }
            }
            layouts.expect(count > 0, "there are no functions");
            for (Class<?> inner : Structs.class.getDeclaredClasses()) {
                layouts.expect(inner == Structs.Sized.class || Structs.BY_NAME.containsValue(inner),
                        inner.getName() + " is compared with nothing");
            }
            return layouts.differences;
        }
    }

    private static Map<String, JsonObject> byName(JsonObject description, String part) {
        Map<String, JsonObject> map = new LinkedHashMap<>();
        for (JsonElement one : description.getAsJsonArray(part)) {
            map.put(one.getAsJsonObject().get("name").getAsString(), one.getAsJsonObject());
        }
        return map;
    }

    private void expect(boolean holds, String what) {
        if (!holds) {
            differences.add(what);
        }
    }

    private void compareStruct(String name, Class<? extends Structs.Sized> type) {
        Structs.Sized struct = Structure.newInstance(type);
        JsonObject wanted = structs.get(name);
        expect(struct.size() == wanted.get("size" + WIDTH).getAsInt(), name + ": its size");
        List<String> members = new ArrayList<>();
        for (JsonElement element : wanted.getAsJsonArray("members")) {
            JsonObject member = element.getAsJsonObject();
            String key = member.get("name").getAsString();
            members.add(key);
            expect(struct.members().contains(key)
                    && struct.offset(key) == member.get("offset" + WIDTH).getAsInt(),
                    name + "." + key + ": its offset");
        }
        expect(members.equals(struct.members()), name + ": its members");
    }

    private void compareFunction(Method method) {
        String name = method.getName();
        JsonObject wanted = functions.get(name);
        if (wanted == null) {
            differences.add(name + ": there is no such function");
            return;
        }
        expect(fits(wanted.getAsJsonObject("returns").get("type").getAsString(),
                method.getReturnType()), name + ": what it returns");
        Class<?>[] parameters = method.getParameterTypes();
        int count = wanted.getAsJsonArray("parameters").size();
        expect(count == parameters.length, name + ": how many parameters");
        for (int i = 0; i < Math.min(count, parameters.length); i++) {
            JsonObject parameter = wanted.getAsJsonArray("parameters").get(i).getAsJsonObject();
            expect(fits(parameter.get("type").getAsString(), parameters[i]),
                    name + ": parameter " + parameter.get("name").getAsString());
        }
    }

    private boolean fits(String type, Class<?> given) {
        String bare = type.replace("const ", "").replace("struct ", "").trim();
        if (!bare.endsWith("*")) {
            return TYPES.get(plain(bare)) == given;
        }
        String target = bare.substring(0, bare.length() - 1).trim();
        if (target.equals("char")) {
            return given == String.class;
        }
        if (Structs.BY_NAME.containsKey(target)) {
            return given == Structs.BY_NAME.get(target);
        }
        if (Set.of("smet_record", "smet_assessment").contains(target)) {
            return given == Pointer.class;
        }
        return plain(target).equals("int32_t") && given == int[].class;
    }

    /** The integer behind the name of an enumeration. */
    private String plain(String type) {
        JsonObject named = types.get(type);
        return named != null && named.has("type") ? named.get("type").getAsString() : type;
    }
}
