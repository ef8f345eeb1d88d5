#include "client/screens/frame/page_draft.h"

namespace screens {

using words::later;

namespace {

constexpr std::int64_t kPauseMs = 400;  // after the last key

}  // namespace

PageDraft::PageDraft(const Ports& ports, const std::string& id)
    : ports_(ports), id_(id.empty() ? ports.records.new_draft_id() : id) {}

void PageDraft::changed() {
    is_changed_ = true;
    changed_at_ = ports_.clock.now();
}

bool PageDraft::is_being_typed() const {
    return ports_.clock.now().unix_ms - changed_at_.unix_ms < kPauseMs;
}

bool PageDraft::keep(const Draft& draft) {
    const bool is_kept = ports_.records.put_draft(draft).ok();
    is_changed_ = !is_kept;
    is_written_ = is_written_ || is_kept;
    if (!is_kept) changed_at_ = ports_.clock.now();  // tried again after a pause
    return is_kept;
}

void PageDraft::discard_confirmed() {
    is_changed_ = false;
    is_discarded_ = !is_written_ || ports_.records.discard_draft(id_).ok();
    asks_to_discard_ = false;
}

words::Sentence draft_not_kept() {
    return {later("The draft could not be kept: this laptop's disk refused. Save as soon as you "
                  "can."),
            {}};
}

words::Sentence not_saved(base::ErrorCode code) {
    if (code == base::ErrorCode::DiskFull) {
        return {later("Not saved: this laptop's disk is full. What you wrote stays on the screen. "
                      "Make room on the disk, then press Save again."),
                {}};
    }
    return {later("Not saved: this laptop's disk refused. What you wrote stays on the screen. "
                  "Press Save again; if that does not help, call the coordinator."),
            {}};
}

}  // namespace screens
