// A page that was asked for on paper: shown in the browser, or kept in a folder that she names.
// Where the laptop has no browser it asks for the folder by itself; where it has one, nobody here
// knows whether the page came up there, so the page can still be kept as a file.
#pragma once

#include "client/screens/frame/ways.h"
#include "client/ui/words/words.h"

#include <functional>
#include <string>
#include <vector>

namespace screens {

class Printout {
public:
    explicit Printout(Printing& printing) : printing_(printing) {}

    void print(std::string html, std::string name);
    void save(std::string html, std::string name);  // asks where to
    // The same of what is no page. `kinds`: what it can be kept as, the first to begin with.
    struct Kind {
        std::string key, name;  // "xlsx", "Excel"
        std::function<base::Result<std::vector<KeptFile>>()> files;
    };
    void save_as(std::vector<Kind> kinds);
    const std::vector<Kind>& kinds() const { return kinds_; }
    const std::string& kind() const { return kind_; }
    void kind_chosen(const std::string& key) { kind_ = key; }
    void keep_clicked();  // the page that was shown
    void save_confirmed();
    void close();

    bool is_shown() const { return now_ == Now::Shown; }  // in the browser, as far as we know
    bool asks() const { return now_ == Now::AsksFolder; }
    std::string& folder() { return folder_; }
    const words::Sentence& why() const { return why_; }          // it asks, if not wanted
    const words::Sentence& trouble() const { return trouble_; }  // the folder was not good
    std::string take_note() { return std::exchange(note_, {}); }

private:
    base::Result<std::string> kept();

    Printing& printing_;
    std::string html_, name_, folder_, note_, kind_;
    std::vector<Kind> kinds_;  // none: a page
    words::Sentence why_, trouble_;
    enum class Now { Nothing, Shown, AsksFolder };
    Now now_ = Now::Nothing;
};

// After the page, in every frame.
void draw_printout(Printout& printout, Ways& ways);

}  // namespace screens
