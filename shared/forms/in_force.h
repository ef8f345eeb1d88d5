// The forms in force while a program runs: others may be published meanwhile. Safe from any thread.
#pragma once

#include "shared/forms/form_set.h"

#include <list>
#include <mutex>
#include <string>

namespace forms {

class InForce {
public:
    struct Set {
        FormSet forms;
        std::string digest;
    };
    explicit InForce(FormSet forms) { replace(std::move(forms)); }

    // Stays valid for as long as this lives: whoever works with it goes on with it.
    const Set& now() const {
        const std::lock_guard guard(lock_);
        return sets_.back();
    }
    void replace(FormSet forms) {
        std::string digest = forms.digest();
        const std::lock_guard guard(lock_);
        sets_.push_back({std::move(forms), std::move(digest)});
    }

private:
    mutable std::mutex lock_;
    std::list<Set> sets_;  // a few in a year: none is thrown away
};

}  // namespace forms
