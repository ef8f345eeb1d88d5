#include "sync-server/backup/backup_file.h"

#include "shared/base/json.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/sealed.h"
#include "shared/protocol/encoding.h"
#include "sync-server/backup/recovery_code.h"

#include <cerrno>
#include <fstream>

namespace backup {

using base::Done;
using base::Error;
using base::ErrorCode;

namespace {

constexpr std::string_view kMagic = "KAWANKBK";
constexpr char kVersion = 1;
constexpr std::size_t kPieceBytes = 1 << 20;
constexpr std::size_t kSealedPieceMax = 64 << 20;  // a manifest names every device
constexpr std::size_t kLabelMax = 4096;
constexpr std::size_t kSealedKeyBytes = crypto::kKeyBytes + 48;
constexpr int kLevel = 6;

const Error kNoBackup{ErrorCode::Malformed, "this is not a backup of Kawan ASI"};
const Error kCut{ErrorCode::Malformed,
                 "only a part of the backup is there: it was cut; take another backup"};
const Error kChanged{ErrorCode::Malformed,
                     "the backup was changed or is damaged, nothing of it may be used; take "
                     "another backup"};
const Error kAppended{ErrorCode::Malformed,
                      "something was appended to the backup, nothing of it may be used; take "
                      "another backup"};
const Error kNewer{ErrorCode::Unsupported,
                   "the backup was made by a newer program; update this server first"};
const Error kOtherKey{ErrorCode::Refused,
                      "the backup was made with another key than this; give the recovery code of "
                      "the health centre that made it: --key FILE, or --key - and type it"};

Error writing_failed(const std::string& path) {
    const bool is_full = errno == ENOSPC || errno == EDQUOT;
    return {is_full ? ErrorCode::DiskFull : ErrorCode::Storage,
            "write " + path + (is_full ? ": the disk is full" : ": the disk refused")};
}

std::string number_text(std::uint64_t number, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += static_cast<char>((number >> (8 * i)) & 0xff);
    return text;
}

std::uint64_t number_of(std::string_view text) {
    std::uint64_t number = 0;
    for (std::size_t i = text.size(); i-- > 0;) {
        number = number << 8 | static_cast<unsigned char>(text[i]);
    }
    return number;
}

std::string to_text(const Label& label) {
    return base::json::Writer()
        .add("centre", label.centre)
        .add("key", label.key)
        .add("made_at", label.made_at.unix_ms)
        .add("epoch", label.epoch)
        .text();
}

Result<Label> parse_label(std::string_view text) {
    auto object = base::json::Object::parse(text);
    if (!object.ok()) return kChanged;
    const auto centre = object.value().string("centre");
    const auto key = object.value().string("key");
    const auto made_at = object.value().integer("made_at");
    const auto epoch = object.value().integer("epoch");
    if (!centre || !key || !made_at || !epoch) return kChanged;
    return Label{*centre, *key, base::Instant{*made_at}, *epoch};
}

std::string about(const std::string& head_hash, std::uint64_t index, bool is_last) {
    return "kawan.backup.piece 1" + head_hash + number_text(index, 8) + (is_last ? "L" : "-");
}

// The pieces of one file, in their order.
class PieceWriter {
public:
    PieceWriter(std::ofstream& out, crypto::SecretBytes key, std::string head_hash)
        : out_(out), key_(std::move(key)), head_hash_(std::move(head_hash)) {}

    void add(std::string_view bytes, bool is_last) {
        const std::string sealed = crypto::seal(key_, bytes, about(head_hash_, index_++, is_last));
        out_ << number_text(sealed.size(), 4) << sealed;
    }

private:
    std::ofstream& out_;
    crypto::SecretBytes key_;
    std::string head_hash_;
    std::uint64_t index_ = 0;
};

std::string next_part(std::ifstream& in) {
    std::string part(kPieceBytes, '\0');
    in.read(part.data(), static_cast<std::streamsize>(part.size()));
    part.resize(static_cast<std::size_t>(in.gcount()));
    return part;
}

Status add_database(PieceWriter& pieces, std::ifstream& in, const std::ofstream& out,
                    const std::string& path, const IsStopped& is_stopped) {
    std::string part = next_part(in);
    for (bool is_last = false; !is_last;) {
        if (is_stopped && is_stopped()) {
            return Error{ErrorCode::Refused, "the backup was stopped on the way"};
        }
        std::string next = next_part(in);
        is_last = next.empty();
        TRY_LET(packed, protocol::compress(protocol::Encoding::Zstd, part, kLevel));
        pieces.add(packed, is_last);
        if (!out) return writing_failed(path);
        part = std::move(next);
    }
    if (in.bad()) return Error{ErrorCode::Storage, "the copied database could not be read"};
    return Done{};
}

// What stands before the pieces.
struct Head {
    std::string bytes;
    std::string label;
    std::string sealed_key;
};

Result<std::string> take(std::ifstream& in, std::size_t size) {
    std::string bytes(size, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(size));
    if (static_cast<std::size_t>(in.gcount()) != size) return kCut;
    return bytes;
}

Result<Head> read_head(std::ifstream& in) {
    auto start = take(in, kMagic.size() + 5);
    if (!start.ok()) return kNoBackup;
    const std::string& text = start.value();
    if (!text.starts_with(kMagic)) return kNoBackup;
    if (text[kMagic.size()] != kVersion) return kNewer;
    const std::uint64_t size = number_of(std::string_view(text).substr(kMagic.size() + 1));
    if (size > kLabelMax) return kChanged;
    TRY_LET(label, take(in, size));
    TRY_LET(sealed_key, take(in, kSealedKeyBytes));
    return Head{text + label + sealed_key, label, sealed_key};
}

struct Piece {
    std::string bytes;
    bool is_last = false;
};

class PieceReader {
public:
    PieceReader(std::ifstream& in, crypto::SecretBytes key, std::string head_hash)
        : in_(in), key_(std::move(key)), head_hash_(std::move(head_hash)) {}

    Result<Piece> next() {
        TRY_LET(size_text, take(in_, 4));
        const std::uint64_t size = number_of(size_text);
        if (size < crypto::kSealBytes || size > kSealedPieceMax) return kChanged;
        TRY_LET(sealed, take(in_, size));
        const bool is_end = in_.peek() == std::ifstream::traits_type::eof();
        auto opened = open(sealed, is_end);
        if (opened.ok()) return Piece{std::move(opened).value(), is_end};
        // Genuine, but not where it ends: which way it was wronged can be told.
        if (open(sealed, !is_end).ok()) return is_end ? kCut : kAppended;
        return kChanged;
    }

private:
    Result<std::string> open(const std::string& sealed, bool is_last) {
        auto opened = crypto::open(key_, sealed, about(head_hash_, index_, is_last));
        if (opened.ok()) ++index_;
        return opened;
    }

    std::ifstream& in_;
    crypto::SecretBytes key_;
    std::string head_hash_;
    std::uint64_t index_ = 0;
};

Status take_database(PieceReader& pieces, std::ofstream& out, const std::string& database) {
    for (bool is_last = false; !is_last;) {
        TRY_LET(piece, pieces.next());
        auto part = protocol::decompress(protocol::Encoding::Zstd, piece.bytes, kPieceBytes);
        if (!part.ok()) return kChanged;
        out << part.value();
        if (!out) return writing_failed(database);
        is_last = piece.is_last;
    }
    out.flush();
    if (!out) return writing_failed(database);
    return Done{};
}

}  // namespace

Status write_backup_file(const std::string& path, const Label& label,
                         const crypto::BoxPublicKey& to, std::string_view manifest,
                         const std::string& database, const IsStopped& is_stopped) {
    std::ifstream in(database, std::ios::binary);
    if (!in) return Error{ErrorCode::NotFound, "cannot open " + database};
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    if (!out) return writing_failed(path);
    crypto::SecretBytes key = crypto::SecretBytes::random(crypto::kKeyBytes);
    TRY_LET(sealed_key, crypto::seal(to, key.view()));
    const std::string text = to_text(label);
    if (text.size() > kLabelMax) return Error{ErrorCode::Refused, "the centre's name is too long"};
    const std::string head =
        std::string(kMagic) + kVersion + number_text(text.size(), 4) + text + sealed_key;
    out << head;
    PieceWriter pieces(out, std::move(key), crypto::hash256(head));
    pieces.add(manifest, false);
    TRY(add_database(pieces, in, out, path, is_stopped));
    out.close();
    if (!out) return writing_failed(path);
    return Done{};
}

Result<Label> read_label(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{ErrorCode::NotFound, "cannot open " + path};
    TRY_LET(head, read_head(in));
    return parse_label(head.label);
}

Result<Contents> read_backup_file(const std::string& path, const crypto::BoxKey& key,
                                  const std::string& database) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{ErrorCode::NotFound, "cannot open " + path};
    TRY_LET(head, read_head(in));
    TRY_LET(label, parse_label(head.label));
    if (label.key != key_name(key.public_key())) return kOtherKey;
    auto data_key = crypto::open(key, head.sealed_key);
    if (!data_key.ok() || data_key.value().size() != crypto::kKeyBytes) return kChanged;
    PieceReader pieces(in, crypto::SecretBytes(data_key.value()), crypto::hash256(head.bytes));
    crypto::wipe(data_key.value());
    TRY_LET(manifest, pieces.next());
    if (manifest.is_last) return kChanged;
    std::ofstream out(database, std::ios::binary | std::ios::trunc);
    if (!out) return writing_failed(database);
    TRY(take_database(pieces, out, database));
    return Contents{std::move(label), std::move(manifest.bytes)};
}

}  // namespace backup
