// The laptop's loudspeaker, through OpenAL. A worker holds the device, and only while the guide
// plays: opening it can take seconds, and no frame waits for it. Without a device all is silent.
#pragma once

#include "client/guide/speaker.h"

#include <memory>

namespace guide {

class Loudspeaker final : public Speaker {
public:
    Loudspeaker();
    ~Loudspeaker() override;
    Loudspeaker(const Loudspeaker&) = delete;
    Loudspeaker& operator=(const Loudspeaker&) = delete;

    void open() override;
    void close() override;
    void play(Cue cue) override;

private:
    class Worker;
    std::unique_ptr<Worker> worker_;  // from the first open() on
};

}  // namespace guide
