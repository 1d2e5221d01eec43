package sacralmet;

import com.sun.jna.Pointer;
import java.lang.ref.Cleaner;
import java.util.function.Consumer;

/**
 * Something that the library made and that is freed once: by {@code close}, or when the
 * collector finds its owner.
 */
final class Handle {
    private static final Cleaner CLEANER = Cleaner.create();

    /** Knows nothing of the owner, which could otherwise not be collected. */
    private static final class State implements Runnable {
        private final Consumer<Pointer> free;
        private volatile Pointer pointer;

        State(Pointer pointer, Consumer<Pointer> free) {
            this.pointer = pointer;
            this.free = free;
        }

        @Override
        public void run() {
            Pointer last = pointer;
            pointer = null;
            free.accept(last);
        }
    }

    private final State state;
    private final Cleaner.Cleanable cleanable;

    Handle(Object owner, Pointer pointer, Consumer<Pointer> free) {
        if (pointer == null) {
            throw new OutOfMemoryError("libsacralmet has no memory");
        }
        state = new State(pointer, free);
        cleanable = CLEANER.register(owner, state);
    }

    Pointer pointer() {
        Pointer pointer = state.pointer;
        if (pointer == null) {
            throw new IllegalStateException("it is closed");
        }
        return pointer;
    }

    void close() {
        cleanable.clean();
    }
}
