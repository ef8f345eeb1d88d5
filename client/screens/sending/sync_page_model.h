// Sending, told honestly: four separate counts, each with its own sentence (SYNC 19); green only
// when laptop and server compared their records and found them equal.
#pragma once

#include "client/screens/ports/ports.h"
#include "client/screens/sending/receipts_model.h"
#include "client/screens/sending/stick_model.h"
#include "client/ui/words/words.h"

#include <string>
#include <vector>

namespace screens {

enum class SendingTab { Overview, Waiting, Attention, Receipts, Stick };

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
    explicit SyncPageModel(const Ports& ports);

    void refresh();       // once a frame
    void send_clicked();  // also goes on after a pause
    void pause_clicked();
    bool is_running() const { return ports_.sync.state().is_running; }
    bool may_pause() const;  // something is left to go out
    bool is_paused() const { return state().is_paused && state().waiting > 0; }
    float progress() const;
    std::string progress_text() const;
    std::string cost_text() const;    // "38 KB, ± 5 detik", before sending; empty: not known
    std::string result_text() const;  // of the last sending in this sitting; empty: there was none
    bool is_result_fine() const;      // and nothing of it needs attention

    bool is_green() const;
    std::string headline() const;
    std::vector<SyncCount> counts() const;
    // All of hers is there; and what that does not say: drafts, and others at this laptop.
    std::string all_there() const;
    std::string last_sync() const;
    std::string going() const;     // access was closed, something goes first; or empty
    std::string erased() const;    // whom the law erased, in this sitting; or empty
    std::string left() const;      // what is of another posyandu now, in this sitting; or empty
    std::string restored() const;  // the health centre's server was put back; or empty
    std::string trouble() const;   // what happened, that data is safe, what comes next; or empty
    std::string clock_doubt() const;

    struct WaitingRow {
        std::string family, name, detail;
    };
    // Thousands may wait: a row is put in words when it is in sight.
    std::size_t waiting_families() const { return state().waiting_families.size(); }
    WaitingRow waiting_row(std::size_t i) const;
    int waiting_count() const { return static_cast<int>(state().waiting); }
    int attention_count() const;

    SendingTab tab = SendingTab::Overview;
    ReceiptsModel receipts;
    StickModel stick;
    const SyncState& state() const { return ports_.sync.state(); }

private:
    std::int64_t eyes_of_last() const;
    std::string saved_here() const;
    std::string next_try() const;
    std::string not_meant() const;
    Ports ports_;
    std::size_t drafts_ = 0;  // as the page was opened
    bool has_other_users_ = false;
};

// What is said when she locks or leaves; empty: nothing waits.
std::string leaving_note(const SyncState& state);

}  // namespace screens
