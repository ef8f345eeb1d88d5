#include "client/guide/loudspeaker.h"

#include "client/guide/tone.h"
#include "shared/base/log.h"

#include <AL/al.h>
#include <AL/alc.h>

#include <array>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace guide {

namespace {

constexpr auto kLastToneMax = std::chrono::milliseconds(1600);
constexpr std::array<Cue, 3> kCues = {Cue::Step, Cue::Reached, Cue::Over};

// One open device with its three tones. Every call of OpenAL is here.
class Device {
public:
    Device() {
        device_ = alcOpenDevice(nullptr);
        if (device_ == nullptr) return;
        context_ = alcCreateContext(device_, nullptr);
        if (context_ == nullptr || alcMakeContextCurrent(context_) == ALC_FALSE) return;
        alGenBuffers(static_cast<ALsizei>(buffers_.size()), buffers_.data());
        alGenSources(1, &source_);
        for (std::size_t each = 0; each < kCues.size(); ++each) fill(buffers_[each], kCues[each]);
        is_ready_ = alGetError() == AL_NO_ERROR;
    }
    ~Device() {
        if (is_ready_) {
            alDeleteSources(1, &source_);
            alDeleteBuffers(static_cast<ALsizei>(buffers_.size()), buffers_.data());
        }
        alcMakeContextCurrent(nullptr);
        if (context_ != nullptr) alcDestroyContext(context_);
        if (device_ != nullptr) alcCloseDevice(device_);
    }
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;

    bool is_ready() const { return is_ready_; }
    void play(Cue cue) {
        if (!is_ready_) return;
        alSourceStop(source_);
        alSourcei(source_, AL_BUFFER, static_cast<ALint>(buffers_[static_cast<std::size_t>(cue)]));
        alSourcePlay(source_);
    }
    bool is_sounding() const {
        if (!is_ready_) return false;
        ALint state = AL_STOPPED;
        alGetSourcei(source_, AL_SOURCE_STATE, &state);
        return state == AL_PLAYING;
    }

private:
    static void fill(ALuint buffer, Cue cue) {
        const auto samples = tone(cue);
        alBufferData(buffer, AL_FORMAT_MONO16, samples.data(),
                     static_cast<ALsizei>(samples.size() * sizeof(samples[0])), kSamplesPerSecond);
    }

    ALCdevice* device_ = nullptr;
    ALCcontext* context_ = nullptr;
    std::array<ALuint, 3> buffers_{};
    ALuint source_ = 0;
    bool is_ready_ = false;
};

}  // namespace

class Loudspeaker::Worker {
public:
    Worker() : thread_([this] { work(); }) {}
    ~Worker() {
        tell([this] { is_ending_ = true; });
        thread_.join();
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void want(bool is_open) {
        tell([this, is_open] { is_wanted_ = is_open; });
    }
    void play(Cue cue) {
        tell([this, cue] { cue_ = cue; });
    }

private:
    template <typename Change>
    void tell(Change change) {
        {
            const std::lock_guard lock(mutex_);
            change();
        }
        told_.notify_one();
    }

    void work() {
        std::unique_lock lock(mutex_);
        while (!is_ending_) {
            told_.wait(lock, [this] { return is_ending_ || is_wanted_; });
            if (!is_ending_) play_while_wanted(lock);
        }
    }

    void play_while_wanted(std::unique_lock<std::mutex>& lock) {
        lock.unlock();
        std::optional<Device> device;
        device.emplace();
        if (!device->is_ready()) base::log::info("no loudspeaker: the guide is silent");
        lock.lock();
        while (is_wanted_ && !is_ending_) {
            told_.wait(lock, [this] { return is_ending_ || !is_wanted_ || cue_; });
            if (const auto cue = std::exchange(cue_, std::nullopt)) device->play(*cue);
        }
        let_it_fade(lock, *device);
        lock.unlock();
        device.reset();
        lock.lock();
        cue_.reset();
    }

    // The last tone may be the one that says that all is over.
    void let_it_fade(std::unique_lock<std::mutex>& lock, const Device& device) {
        const auto until = std::chrono::steady_clock::now() + kLastToneMax;
        while (!is_ending_ && !is_wanted_ && device.is_sounding() &&
               std::chrono::steady_clock::now() < until) {
            told_.wait_for(lock, std::chrono::milliseconds(50));
        }
    }

    std::mutex mutex_;
    std::condition_variable told_;
    bool is_wanted_ = false, is_ending_ = false;
    std::optional<Cue> cue_;
    std::thread thread_;  // the last: it begins when all else is there
};

Loudspeaker::Loudspeaker() = default;
Loudspeaker::~Loudspeaker() = default;

void Loudspeaker::open() {
    if (!is_on()) return;
    if (!worker_) worker_ = std::make_unique<Worker>();
    worker_->want(true);
}

void Loudspeaker::close() {
    if (worker_) worker_->want(false);
}

void Loudspeaker::play(Cue cue) {
    if (worker_ && is_on()) worker_->play(cue);
}

}  // namespace guide
