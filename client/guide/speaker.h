// What is heard of the guide: a soft tone where a step changes, since eyes and oily hands are on
// the back. Whoever has no loudspeaker hears nothing, and nothing else changes.
#pragma once

namespace guide {

enum class Cue {
    Step,     // the next step has begun by itself
    Reached,  // this step has had its time and goes on until somebody says otherwise
    Over,     // the movements are over
};

class Speaker {
public:
    virtual ~Speaker() = default;

    // Told as the guide begins to play and as it pauses. All three come back at once.
    virtual void open() = 0;
    virtual void close() = 0;
    virtual void play(Cue cue) = 0;

    // Kept while the program runs, from one massage to the next.
    bool is_on() const { return is_on_; }
    void set_on(bool is_on) { is_on_ = is_on; }

private:
    bool is_on_ = true;
};

}  // namespace guide
