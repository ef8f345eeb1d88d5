// Randomness is given, never taken: the system's for identities, a seeded one for tests and demos.
#pragma once

#include <cstdint>
#include <span>

namespace base {

class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<unsigned char> bytes) = 0;
};

// The operating system's generator. Safe from several threads.
class SystemRandom final : public Random {
public:
    void fill(std::span<unsigned char> bytes) override;
};

// Repeatable from its seed (SplitMix64). Not for keys.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
    void fill(std::span<unsigned char> bytes) override;
    std::uint64_t next();
    std::uint64_t below(std::uint64_t bound);  // uniform in [0, bound); bound > 0
    double unit();                             // uniform in [0, 1)
    bool chance(double probability) { return unit() < probability; }

private:
    std::uint64_t state_;
};

}  // namespace base
