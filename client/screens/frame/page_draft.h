// What is written on a page and not saved yet: kept as a draft when the typing pauses, thrown away
// once she has been asked.
#pragma once

#include "client/screens/ports/ports.h"
#include "client/ui/words/words.h"
#include "shared/base/result.h"

#include <string>

namespace screens {

class PageDraft {
public:
    // Of a draft that is there, or of a new one where `id` is empty.
    PageDraft(const Ports& ports, const std::string& id);
    const std::string& id() const { return id_; }
    void restored() { is_written_ = true; }

    void changed();
    void saved() { is_changed_ = false; }
    bool is_changed() const { return is_changed_; }
    bool is_begun() const { return is_changed_ || is_written_; }
    bool is_being_typed() const;    // the last key was a moment ago
    bool keep(const Draft& draft);  // false: the disk refused

    void discard_clicked() { asks_to_discard_ = true; }
    void discard_cancelled() { asks_to_discard_ = false; }
    void discard_confirmed();
    bool asks_to_discard() const { return asks_to_discard_; }
    bool is_discarded() const { return is_discarded_; }

private:
    Ports ports_;
    std::string id_;
    Instant changed_at_;
    bool is_changed_ = false, is_written_ = false, asks_to_discard_ = false, is_discarded_ = false;
};

words::Sentence draft_not_kept();
words::Sentence not_saved(base::ErrorCode code);  // the disk is full, or refused

// "Throw this away?" over the page, once she has clicked.
void draw_discard(PageDraft& draft, const char* title);

}  // namespace screens
