#include "sync-server/console/pages/arrived/import_words.h"

#include "sync-server/console/words/words.h"

namespace console {

namespace {

// What importing refuses, as its catalogue has it.
constexpr const char* kRefusals[] = {
    later("there are no rows in this table"),
    later("this table has more than 200 columns"),
    later("this table has more than 20,000 rows; divide it"),
    later("this file is larger than 20 MB"),
    later("this is a workbook of the old kind (.xls); save it as .xlsx or CSV"),
    later("this is neither a workbook (.xlsx) nor a CSV file"),
    later("this workbook is damaged"),
    later("this is no workbook (.xlsx)"),
    later("this workbook is too large unpacked"),
    later("everybody in this table is written down already"),
    later("other records arrived since the preview; look at it again"),
    later("this very file was brought in before"),
    later("this was taken back before"),
    later("this is being brought in still"),
    later("this was interrupted for so long that it was taken back; bring it in again"),
};

}  // namespace

std::string import_refusal_words(const base::Error& error) {
    for (const char* known : kRefusals) {
        if (error.message == known) return tr(known);
    }
    return tr("This file cannot be read as a list: {0}", {error.message});
}

}  // namespace console
