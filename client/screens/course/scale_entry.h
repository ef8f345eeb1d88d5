// The total of a questionnaire or of a 0-10 question, written down with its day. No question of a
// questionnaire is shown: the paper is filled in elsewhere (DOMAIN 3.3). Who may enter which
// follows the table of instruments.
#pragma once

#include "client/screens/ports/ports.h"
#include "client/ui/words/words.h"
#include "shared/care/expectations.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace screens {

class ScaleEntry {
public:
    ScaleEntry(const Ports& ports, std::string mother, bool is_grieving);

    std::string total, day;  // as typed

    // ---- what is on the page
    struct Offer {
        std::string code, name;
    };
    std::vector<Offer> offers() const;
    const std::string& instrument() const { return instrument_; }
    std::string range() const;        // "0 sampai 25"; empty: nothing is chosen
    bool is_for_the_trained() const;  // a cadre needs to have been trained in it
    bool asks_about_harm() const { return instrument_ == "EPDS"; }
    const std::string& harm() const { return harm_; }
    std::string harm_question() const;
    std::vector<Offer> harm_answers() const;
    std::string problem(const std::string& field) const;  // "instrument", "total", "day", "harm"
    const words::Sentence& trouble() const { return trouble_; }
    bool is_positive() const;  // worth talking over with the midwife

    // ---- what the user did
    void choose(const std::string& code);
    void say_harm(const std::string& code) { harm_ = code == harm_ ? "" : code; }
    bool save_clicked();  // true: saved

private:
    std::optional<int> read_total() const;
    std::optional<Date> read_day() const;
    Fields answers() const;
    bool may_save() const;

    Ports ports_;
    std::string mother_, role_, instrument_, harm_;
    bool is_grieving_, is_tried_ = false;
    words::Sentence trouble_;
};

}  // namespace screens
