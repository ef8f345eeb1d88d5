// A loudspeaker that remembers what it was told to play.
#pragma once

#include "client/guide/speaker.h"

#include <vector>

namespace desk {

struct DeskSpeaker final : guide::Speaker {
    void open() override { is_open = true; }
    void close() override { is_open = false; }
    void play(guide::Cue cue) override { played.push_back(cue); }

    bool is_open = false;
    std::vector<guide::Cue> played;
};

}  // namespace desk
