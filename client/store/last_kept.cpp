#include "client/store/last_kept.h"

#include "shared/base/file.h"
#include "shared/base/json.h"
#include "shared/base/log.h"
#include "shared/crypto/hash.h"

#include <algorithm>
#include <fstream>

namespace store {

namespace {

constexpr std::string_view kLost = "lost";
// All in one block of the disk, always of one length: it is written in place.
constexpr std::size_t kBytes = 128;
constexpr std::size_t kSealChars = 8;

struct LastKept {
    std::int64_t incarnation = 0;
    std::int64_t n = 0;
};

std::string seal_of(const LastKept& last) {
    const std::string said = std::to_string(last.incarnation) + "/" + std::to_string(last.n);
    return crypto::hash128_hex(said).substr(0, kSealChars);
}

std::string to_text(const LastKept& last) {
    base::json::Writer text;
    text.add("incarnation", last.incarnation).add("n", last.n).add("seal", seal_of(last));
    std::string line = text.text();
    line.resize(std::max(kBytes, line.size() + 1) - 1, ' ');
    return line + "\n";
}

// Nothing where it cannot be read: a power cut may tear it too.
std::optional<LastKept> read_last(const std::string& path) {
    const auto text = base::read_file(path);
    if (!text.ok()) return std::nullopt;
    const std::string& line = text.value();
    const auto object = base::json::Object::parse(line.substr(0, line.find_last_not_of(" \n") + 1));
    if (!object.ok()) return std::nullopt;
    const LastKept last{object.value().integer("incarnation").value_or(0),
                        object.value().integer("n").value_or(0)};
    if (object.value().string("seal").value_or("") != seal_of(last)) return std::nullopt;
    return last;
}

bool write_in_place(const std::string& path, const std::string& text) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    if (!file) file.open(path, std::ios::out | std::ios::binary);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.flush();
    return file.good();
}

Status remember(Store& store, const Lost& found) {
    base::json::Writer text;
    text.add("from", found.from).add("to", found.to);
    return store.set_meta(kLost, text.text());
}

// A later life than the note's was begun on purpose, from a copy or after a fork: it has numbers
// of its own. An earlier one than the note's was not: the log was lost with the new life in it.
bool lacks(const Progress& progress, const LastKept& noted) {
    const bool is_of_this_life = noted.incarnation == progress.incarnation;
    return noted.incarnation > progress.incarnation ||
           (is_of_this_life && noted.n > progress.last_n);
}

}  // namespace

void note_last_kept(Store& store, const std::string& path) {
    if (path.empty()) return;
    const auto progress = store.progress();
    const bool is_noted =
        progress.ok() &&
        write_in_place(path, to_text({progress.value().incarnation, progress.value().last_n}));
    if (!is_noted) base::log::warn("the number of the last change could not be noted");
}

Status look_for_lost(Store& store, const std::string& path) {
    const auto noted = read_last(path);
    TRY_LET(progress, store.progress());
    if (noted && lacks(progress, *noted)) {
        TRY_LET(before, lost(store));
        const std::int64_t first = std::min(progress.last_n + 1, noted->n);
        TRY(remember(store, {before ? std::min(before->from, first) : first,
                             before ? std::max(before->to, noted->n) : noted->n}));
        base::log::error("changes that were saved are not in the store any more");
    }
    note_last_kept(store, path);
    return base::Done{};
}

Result<std::optional<Lost>> lost(Store& store) {
    TRY_LET(text, store.meta(kLost));
    if (text.empty()) return std::optional<Lost>();
    TRY_LET(object, base::json::Object::parse(text));
    return std::optional<Lost>(
        {object.integer("from").value_or(0), object.integer("to").value_or(0)});
}

Status forget_lost(Store& store) {
    return store.set_meta(kLost, "");
}

}  // namespace store
