#include "client/app/keeping/erasing.h"

#include "client/app/keeping/keeping.h"
#include "client/app/keeping/store_hold.h"
#include "client/store/practice_mark.h"
#include "client/store/status.h"
#include "shared/base/file.h"
#include "shared/base/json.h"
#include "shared/base/paths.h"

#include <algorithm>
#include <filesystem>

namespace client_app {

using base::Error;
using base::ErrorCode;
using base::Status;

namespace {

namespace fs = std::filesystem;
namespace json = base::json;

constexpr std::string_view kOrderEnding = ".erasing";
constexpr std::string_view kProofStart = "bukti-kirim-";

// What is to be done, beside the store. It is the last to go.
struct Order {
    std::int64_t received = 0;
    std::string copy_folder;
    std::string receipt;
};

std::string order_path(const StoreFile& file) {
    return base::folder_of(file.database) + "/" + file.name + std::string(kOrderEnding);
}

std::string proof_path(const StoreFile& file) {
    return base::folder_of(file.database) + "/" + std::string(kProofStart) + file.name + ".json";
}

std::string text_of(const Order& order) {
    return json::Writer()
        .add("received", order.received)
        .add("copy", order.copy_folder)
        .add("receipt", order.receipt)
        .text();
}

// One that cannot be read is an order all the same: it got its name when it was whole.
Result<Order> read_order(const StoreFile& file) {
    TRY_LET(text, base::read_file(order_path(file)));
    auto object = json::Object::parse(text);
    if (!object.ok()) return Order{};
    return Order{object.value().integer("received").value_or(0),
                 object.value().string("copy").value_or(""),
                 object.value().string("receipt").value_or("")};
}

// All files of the store in a folder: also what was put aside, or not yet named. Those that open
// something come first.
std::vector<fs::path> files_of(const std::string& folder, const std::string& name) {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator each(folder, error), end; !error && each != end;
         each.increment(error)) {
        const std::string found_name = each->path().filename().string();
        const bool is_order = found_name == name + std::string(kOrderEnding);
        if (found_name.starts_with(name + ".") && !is_order) found.push_back(each->path());
    }
    const std::string key_start = name + ".key";
    std::stable_partition(found.begin(), found.end(), [&](const fs::path& path) {
        return path.filename().string().starts_with(key_start);
    });
    return found;
}

Status remove_all(const std::string& folder, const std::string& name) {
    for (const fs::path& path : files_of(folder, name)) {
        std::error_code error;
        fs::remove(path, error);
        if (error) return Error{ErrorCode::Storage, "a file of the store could not be erased"};
    }
    return base::Done{};
}

// False: its stick is not there, or does not let itself be written.
bool remove_copy(const Order& order, const StoreFile& file) {
    if (order.copy_folder.empty()) return true;
    std::error_code error;
    const bool is_there = fs::is_directory(order.copy_folder, error);
    const bool has_copy = is_there && !files_of(order.copy_folder, file.name).empty();
    return has_copy && remove_all(order.copy_folder, file.name).ok();
}

Status check_all_received(store::Store& store) {
    TRY_LET(identity, store.identity());
    if (store::is_practice(identity)) {
        return Error{ErrorCode::Refused, "a practice store is never erased for a health centre"};
    }
    TRY_LET(left, not_received(store));
    if (left == 0) return base::Done{};
    return Error{ErrorCode::Refused, std::to_string(left) +
                                         " catatan belum diterima puskesmas; tidak ada yang "
                                         "dihapus"};
}

}  // namespace

bool is_being_erased(const StoreFile& file) {
    return base::file_exists(order_path(file));
}

Result<std::int64_t> not_received(store::Store& store) {
    TRY_LET(progress, store.progress());
    return std::max<std::int64_t>(0, progress.last_n - progress.acknowledged);
}

Status begin_erasing(store::Store& store, const StoreFile& file) {
    TRY(check_all_received(store));
    TRY_LET(progress, store.progress());
    TRY_LET(memory, store::copy_memory(store));
    TRY_LET(receipts, store::receipts(store, 1));
    Order order{progress.acknowledged, memory.folder, ""};
    if (!receipts.empty()) order.receipt = to_json(receipts.front());
    return base::replace_file(order_path(file), text_of(order), true);
}

Result<Erased> finish_erasing(const StoreFile& file) {
    TRY_LET(order, read_order(file));
    Erased erased{order.received, false, ""};
    if (!order.receipt.empty()) {
        erased.proof = proof_path(file);
        TRY(base::replace_file(erased.proof, order.receipt + "\n", true));
    }
    TRY(remove_all(base::folder_of(file.database), file.name));
    erased.is_copy_left = !remove_copy(order, file);
    // Written once more: the folder is then on the disk as it is, without the key.
    TRY(base::replace_file(order_path(file), text_of(order), true));
    std::error_code error;
    fs::remove(order_path(file), error);
    if (error) return Error{ErrorCode::Storage, "the order to erase could not be taken away"};
    return erased;
}

std::vector<Erased> finish_erasing_all(const std::string& data) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator each(data, error), end; !error && each != end;
         each.increment(error)) {
        if (each->path().extension() == kOrderEnding) names.push_back(each->path().stem().string());
    }
    std::vector<Erased> all;
    for (const std::string& name : names) {
        const StoreFile file = file_named(data, name);
        const auto hold = StoreHold::take(file);
        const bool is_elsewhere = hold.ok() && !hold.value();
        auto erased = is_elsewhere ? Result<Erased>(Error{ErrorCode::Refused, "open elsewhere"})
                                   : finish_erasing(file);
        if (erased.ok()) all.push_back(std::move(erased).value());
    }
    return all;
}

std::string sentence_before_erasing(std::int64_t not_received) {
    return "Izin laptop ini sudah ditutup puskesmas. " + std::to_string(not_received) +
           " catatan yang baru disimpan dikirim dulu; sesudah itu data di laptop ini dihapus.";
}

std::string sentence_of(const Erased& erased) {
    std::string text =
        "Izin laptop ini sudah ditutup puskesmas. Semua catatan sudah diterima "
        "puskesmas (" +
        std::to_string(erased.received) + "). Data di laptop ini sudah dihapus.";
    if (!erased.proof.empty()) text += " Bukti kirimnya tetap disimpan, tanpa data siapa pun.";
    if (erased.is_copy_left) {
        text += " Salinan di flashdisk belum terhapus: serahkan flashdisk itu ke puskesmas.";
    }
    return text;
}

}  // namespace client_app
