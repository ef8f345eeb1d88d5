// The only place that asks what time it is. Everything else is given a Clock.
#pragma once

#include "shared/base/date.h"

namespace base {

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

// A clock that stands where it was put; for tests, demos and the simulator.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant at) : at_(at) {}
    Instant now() const override { return at_; }
    void set(Instant at) { at_ = at; }
    void advance_ms(std::int64_t ms) { at_.unix_ms += ms; }

private:
    Instant at_;
};

}  // namespace base
