// Sending, told honestly: four separate counts, each with its own sentence (SYNC 19); green only
// when laptop and server compared their records and found them equal.
#pragma once

#include "client/screens/ports/ports.h"
#include "client/ui/words/words.h"

#include <string>
#include <vector>

namespace screens {

enum class Standing { Good, Waiting, Attention, Unknown };

struct SyncCount {
    std::string key;  // "waiting", "to mend", "differing", "equal"
    std::string title;
    std::string number;  // "14", or a word
    std::string sentence;
    Standing standing = Standing::Good;
};

class SyncPageModel {
public:
    explicit SyncPageModel(const Ports& ports) : ports_(ports) {}

    void send_clicked();
    bool is_running() const { return ports_.sync.state().is_running; }
    float progress() const;
    std::string progress_text() const;

    bool is_green() const;
    std::string headline() const;
    std::vector<SyncCount> counts() const;
    std::string last_sync() const;
    std::string trouble() const;  // what happened, that data is safe, what comes next; or empty
    std::string clock_doubt() const;

    std::string receipt_text(const ReceiptRow& receipt) const;
    std::string troubled_text(const TroubledRow& row) const;
    const SyncState& state() const { return ports_.sync.state(); }

private:
    std::string saved_here() const;
    std::string next_try() const;
    Ports ports_;
};

}  // namespace screens
