<?php
// Feeds the headers of lib/abi to PHP and scores a record.
// usage: use.php FOLDER CORE [EXCHANGE]
// PHP knows of one FFI's types nothing in another, so the exchange library, which brings the core
// along, gets both texts.
$header = file_get_contents("$argv[1]/sacralmet_ffi.h");
$core = FFI::cdef($header, $argv[2]);
$all = $core;
if ($argc > 3) {
    $all = FFI::cdef($header . file_get_contents("$argv[1]/sacralmet_exchange_ffi.h"), $argv[3]);
}

$record = $all->smet_record_new();
$error = $all->new("struct smet_error");
$error->size = FFI::sizeof($error);
foreach (["lesion_level" => "S1", "pain" => "mechanical", "bone_lesion" => "lytic|mixed"]
         as $key => $cell) {
    if ($all->smet_record_set_text($record, $key, $cell, FFI::addr($error)) != $all->SMET_OK) {
        exit(FFI::string($error->message));
    }
}
$score = $all->new("struct smet_score");
$score->size = FFI::sizeof($score);
$status = $all->smet_record_score($record, $all->SMET_INSTRUMENT_SINS, FFI::addr($score), null);
echo "$status $score->minimum $score->maximum $score->missing_count\n";
if ($argc > 3) {
    $text = $all->new("char[200]");
    $all->smet_record_write_json($record, $all->SMET_JSON_COMPACT, $text, 200);
    echo FFI::string($text), "\n";
}
$all->smet_record_free($record);
