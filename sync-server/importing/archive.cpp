#include "sync-server/importing/archive.h"

#include <zip.h>

namespace importing {

using base::Error;
using base::ErrorCode;

namespace {

Error damaged() {
    return {ErrorCode::Malformed, "this workbook is damaged"};
}

}  // namespace

void Archive::Close::operator()(zip* archive) const {
    zip_discard(archive);
}

Result<Archive> Archive::open(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (archive == nullptr) {
        zip_source_free(source);
        return damaged();
    }
    return Archive(archive);
}

Result<std::optional<std::string>> Archive::part(const std::string& name) const {
    zip_stat_t about;
    zip_stat_init(&about);
    if (zip_stat(archive_.get(), name.c_str(), ZIP_FL_NOCASE, &about) != 0) {
        return std::optional<std::string>();
    }
    if (about.size > kUnpackedMax) {
        return Error{ErrorCode::Malformed, "this workbook is too large unpacked"};
    }
    zip_file_t* file = zip_fopen_index(archive_.get(), about.index, 0);
    if (file == nullptr) return damaged();
    std::string bytes(about.size, '\0');
    const zip_int64_t read = zip_fread(file, bytes.data(), bytes.size());
    // The check sum is compared where the part ends.
    char beyond = 0;
    const bool is_whole =
        read == static_cast<zip_int64_t>(bytes.size()) && zip_fread(file, &beyond, 1) == 0;
    zip_fclose(file);
    if (!is_whole) return damaged();
    return std::optional(std::move(bytes));
}

}  // namespace importing
