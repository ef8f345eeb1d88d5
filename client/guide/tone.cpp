#include "client/guide/tone.h"

#include <algorithm>
#include <cmath>

namespace guide {

namespace {

constexpr double kTurn = 6.283185307179586;
constexpr double kLoudest = 0.3;  // of what the format can hold
constexpr double kSwellSeconds = 0.03;
constexpr double kNoteSeconds = 1.1;

struct Note {
    double hertz, at_s;
};

// Like a struck wooden bar: it swells for a moment, then dies away; the octave dies first.
double bar(double hertz, double second) {
    const double swell = std::min(1.0, second / kSwellSeconds);
    const double close = std::min(1.0, (kNoteSeconds - second) / 0.1);
    const double base = std::sin(kTurn * hertz * second) * std::exp(-3.2 * second);
    const double octave = std::sin(kTurn * 2 * hertz * second) * std::exp(-7.0 * second);
    return swell * close * (0.8 * base + 0.2 * octave);
}

void add(std::vector<double>& sound, const Note& note) {
    const auto first = static_cast<std::size_t>(note.at_s * kSamplesPerSecond);
    const auto length = static_cast<std::size_t>(kNoteSeconds * kSamplesPerSecond);
    if (sound.size() < first + length) sound.resize(first + length, 0);
    for (std::size_t each = 0; each < length; ++each) {
        sound[first + each] += bar(note.hertz, static_cast<double>(each) / kSamplesPerSecond);
    }
}

std::vector<Note> notes_of(Cue cue) {
    switch (cue) {
        case Cue::Step:
            return {{523.25, 0}};
        case Cue::Reached:
            return {{392.00, 0}};
        case Cue::Over:
            return {{523.25, 0}, {392.00, 0.35}};
    }
    return {};
}

}  // namespace

std::vector<std::int16_t> tone(Cue cue) {
    std::vector<double> sound;
    for (const Note& note : notes_of(cue)) add(sound, note);
    std::vector<std::int16_t> samples;
    samples.reserve(sound.size());
    for (const double each : sound) {
        const double held = std::clamp(each * kLoudest, -1.0, 1.0);
        samples.push_back(static_cast<std::int16_t>(std::lround(held * 32767)));
    }
    return samples;
}

}  // namespace guide
