// One window at a time on a store: a second one would show what the first one changes as it was.
// The hold goes with the process, also when it is killed. Programs without a window need none: the
// database orders what they write.
#pragma once

#include "client/app/workplace.h"

#include <memory>

namespace client_app {

class StoreHold {
public:
    // nullptr: another window holds it.
    static Result<std::unique_ptr<StoreHold>> take(const StoreFile& file);
    ~StoreHold();
    StoreHold(const StoreHold&) = delete;
    StoreHold& operator=(const StoreHold&) = delete;

private:
    explicit StoreHold(int file) : file_(file) {}
    int file_;
};

}  // namespace client_app
