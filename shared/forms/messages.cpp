#include "shared/forms/messages.h"

namespace forms {

const Label& text_of(Message message) {
    static const Label required = {"Wajib diisi", "Required"};
    static const Label number = {"Isi dengan angka", "Enter a number"};
    static const Label whole = {"Isi dengan angka bulat, tanpa koma", "Enter a whole number"};
    static const Label date = {"Tanggal tidak benar", "Not a valid date"};
    static const Label time = {"Jam tidak benar", "Not a valid time"};
    static const Label date_time = {"Tanggal atau jam tidak benar", "Not a valid date and time"};
    static const Label from_list = {"Pilih dari daftar", "Choose from the list"};
    static const Label unreadable = {"Isian ini tidak terbaca", "This answer cannot be read"};
    static const Label bounds = {"Isian di luar batas", "Outside the allowed range"};
    static const Label code = {"Pilihan ini belum dikenal oleh versi aplikasi ini; tetap disimpan",
                               "This version does not know this choice; it is kept"};
    static const Label alone = {"\"{0}\" tidak bisa digabung dengan pilihan lain",
                                "\"{0}\" cannot be combined with other choices"};
    switch (message) {
        case Message::Required:
            return required;
        case Message::NotANumber:
            return number;
        case Message::NotAWholeNumber:
            return whole;
        case Message::NotADate:
            return date;
        case Message::NotATime:
            return time;
        case Message::NotADateTime:
            return date_time;
        case Message::NotFromTheList:
            return from_list;
        case Message::Unreadable:
            return unreadable;
        case Message::OutOfBounds:
            return bounds;
        case Message::UnknownCode:
            return code;
        case Message::StandsAlone:
            return alone;
    }
    return unreadable;
}

}  // namespace forms
