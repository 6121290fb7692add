-- Verdicts on evidence files that are rows of a table. Written from the documentation of ClickHouse
-- ("WebAssembly User-Defined Functions", ABI BUFFERED_V1, experimental) and NOT RUN here.
-- The module is in `system.webassembly_modules` under the name `kumomori`: see README.md.

-- One letter for each check of the kind, in the order of `catalog`: s supports, c contradicts,
-- i insufficient, n not applicable; an empty text for a file that cannot be read.
CREATE OR REPLACE FUNCTION kumomori_verdicts
LANGUAGE WASM
FROM 'kumomori' :: 'kumomori_verdicts_rows'
ARGUMENTS (evidence String)
RETURNS String
ABI BUFFERED_V1
DETERMINISTIC
SETTINGS serialization_format = 'RowBinary';

-- The answer to a request, both JSON.
CREATE OR REPLACE FUNCTION kumomori_answer
LANGUAGE WASM
FROM 'kumomori' :: 'kumomori_answer_rows'
ARGUMENTS (request String)
RETURNS String
ABI BUFFERED_V1
DETERMINISTIC
SETTINGS serialization_format = 'RowBinary';

CREATE TABLE evidence
(
    account LowCardinality(String),
    collected DateTime,
    file String
)
ENGINE = MergeTree
ORDER BY (account, collected);

INSERT INTO evidence VALUES
    ('prod', '2026-11-01 01:00:00', '{"kind":"tls-endpoints","document":[{"host":"api.example.jp","port":443,"exposure":"public","min_version":"TLS1.0","max_version":"TLS1.3","weak_ciphers":0}]}'),
    ('test', '2026-11-01 01:00:00', '{"kind":"tls-endpoints","document":[{"host":"test.example.jp","port":443,"exposure":"internal","min_version":"TLS1.2","max_version":"TLS1.3","weak_ciphers":0}]}'),
    ('test', '2026-11-02 01:00:00', 'no evidence file');

-- How many checks each file contradicts, with limits for each block of rows.
SELECT
    account,
    collected,
    kumomori_verdicts(file) AS verdicts,
    if(verdicts = '', NULL, countSubstrings(verdicts, 'c')) AS contradicted
FROM evidence
ORDER BY account, collected
SETTINGS
    webassembly_udf_max_fuel = 10000000000,
    webassembly_udf_max_memory = 134217728,
    webassembly_udf_max_input_block_size = 256;

-- The reasons. `isValidJSON` keeps a file from being more than the one element that it stands for.
SELECT
    account,
    JSONExtractString(it, 'check') AS name,
    JSONExtractString(it, 'verdict') AS verdict,
    JSONExtract(it, 'said', 'Array(String)') AS said
FROM
(
    SELECT
        account,
        kumomori_answer(concat('{"format":"kumomori.request/1","evidence":[', file, ']}')) AS answer
    FROM evidence
    WHERE isValidJSON(file)
)
ARRAY JOIN JSONExtractArrayRaw(answer, 'ok', 'checks', 1, 'checks') AS it
WHERE verdict = 'contradicts'
ORDER BY account, name;
