#include "sync-server/accept/crossing/waiting_words.h"

#include "shared/records/change.h"
#include "sync-server/accept/change/form_rules.h"
#include "sync-server/accept/change/outside.h"
#include "sync-server/accept/change/relocating.h"
#include "sync-server/accept/change/writers.h"
#include "sync-server/accept/crossing/origin.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/records/records.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace crossing {

using base::Done;
using base::Status;

namespace {

struct Word {
    std::int64_t n = 0;
    std::string token;
    bool is_unseen = false;
};

// Of one life of a laptop, on one record.
struct Speech {
    std::string record;
    std::string type;
    std::string origin;
    std::map<std::string, std::map<std::string, Word>> words;  // by merge group, then by field

    // By the laptop's own count, in whatever order they came.
    void add(const std::string& group, const std::string& field, Word word) {
        Word& known = words[group][field];
        if (known.n <= word.n) known = std::move(word);
    }
    bool says_else(const std::string& group, const std::map<std::string, Word>& other) const {
        const auto mine = words.find(group);
        if (mine == words.end()) return false;
        return !std::equal(mine->second.begin(), mine->second.end(), other.begin(), other.end(),
                           [](const auto& one, const auto& two) {
                               return one.first == two.first &&
                                      one.second.token == two.second.token;
                           });
    }
};

class Listening {
public:
    Listening(db::Connection& connection, const forms::FormSet& forms, std::set<std::string> ids)
        : connection_(connection), forms_(forms), ids_(std::move(ids)) {}

    Result<WaitingWords> run() {
        TRY_LET(open, server_store::open_quarantine(connection_));
        for (const server_store::Quarantined& each : open) {
            if (each.code == accept::kMovedOut) TRY(hear(each));
        }
        for (std::size_t i = 0; i < speeches_.size(); ++i) tell(i);
        return std::move(heard_);
    }

private:
    Status hear(const server_store::Quarantined& item) {
        const auto change = records::parse_change(item.line);
        if (!change.ok()) return Done{};
        const records::Change& made = change.value();
        TRY_LET(is_theirs, is_of_them(made));
        if (!is_theirs) return Done{};
        ids_.insert(item.record);
        heard_.changes.push_back({item.device, item.n});
        TRY_LET(unseen, unseen_of(item, made));
        TRY_LET(speech, speech_of(item, made));
        for (const auto& [name, token] : made.set.entries()) {
            const std::string group = group_of(made.type, name);
            speech->add(group, name, {item.n, token, unseen.count(group) != 0});
        }
        return Done{};
    }

    Result<bool> is_of_them(const records::Change& change) {
        if (ids_.count(change.record.text()) != 0) return true;
        TRY_LET(standing, server_store::find_record(connection_, change.record.text()));
        if (standing) return false;
        return ids_.count(accept::anchor_of(
                   {change.record, change.type, change.unit, {}, change.set})) != 0;
    }

    Result<Speech*> speech_of(const server_store::Quarantined& item, const records::Change& made) {
        TRY_LET(logged, server_store::find_change(connection_, item.device, item.n));
        const std::int64_t life = logged ? logged->incarnation : 0;
        const auto [known, is_first] =
            places_.emplace(std::tuple(item.device, life, item.record), speeches_.size());
        if (is_first) {
            TRY_LET(origin, origin_of_change(connection_, item, made));
            speeches_.push_back({item.record, made.type, origin, {}});
        }
        return &speeches_[known->second];
    }

    // The groups of which others had written what its author never saw.
    Result<std::set<std::string>> unseen_of(const server_store::Quarantined& item,
                                            const records::Change& made) {
        std::set<std::string> unseen;
        TRY_LET(standing, server_store::find_record(connection_, item.record));
        if (!standing) return unseen;
        const auto writers = accept::Writers::parse(standing->writers);
        for (const auto& [name, token] : made.set.entries()) {
            if (!standing->record.fields.has(name) && !writers.has_own(name)) continue;
            const accept::Writer& last = writers.of(name);
            const bool is_own = last.device == item.device && last.n < item.n;
            if (last.revision > made.base && !is_own) unseen.insert(group_of(made.type, name));
        }
        return unseen;
    }

    std::string group_of(const std::string& type, const std::string& field) const {
        const forms::Form* form = forms_.find(type);
        return form == nullptr ? field : accept::group_of(*form, field);
    }

    void tell(std::size_t i) {
        const Speech& speech = speeches_[i];
        base::Fields seen;
        base::Fields unseen;
        for (const auto& [group, words] : speech.words) {
            const bool is_news = is_contested(i, group);
            for (const auto& [field, word] : words) {
                (is_news || word.is_unseen ? unseen : seen).set_token(field, word.token);
            }
        }
        const auto say = [&](const base::Fields& set, bool is_unseen) {
            heard_.lines.push_back({speech.record, speech.type, set, speech.origin, is_unseen});
        };
        if (!seen.empty() || unseen.empty()) say(seen, false);
        if (!unseen.empty()) say(unseen, true);
    }

    // No laptop saw what another one has waiting here, nor a later life what an earlier one has. It
    // must be told: words that only put back what stands leave no trace over there, and the other's
    // would pass over them unasked.
    bool is_contested(std::size_t i, const std::string& group) const {
        const auto& words = speeches_[i].words.at(group);
        return std::any_of(speeches_.begin(), speeches_.begin() + static_cast<std::ptrdiff_t>(i),
                           [&](const Speech& before) {
                               return before.record == speeches_[i].record &&
                                      before.says_else(group, words);
                           });
    }

    db::Connection& connection_;
    const forms::FormSet& forms_;
    std::set<std::string> ids_;
    std::vector<Speech> speeches_;
    // By device, its life (a later one saw nothing of an earlier), and record.
    std::map<std::tuple<std::int64_t, std::int64_t, std::string>, std::size_t> places_;
    WaitingWords heard_;
};

}  // namespace

Result<WaitingWords> waiting_words(db::Connection& connection, const forms::FormSet& forms,
                                   std::set<std::string> ids) {
    return Listening(connection, forms, std::move(ids)).run();
}

}  // namespace crossing
