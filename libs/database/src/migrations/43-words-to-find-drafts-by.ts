import { sqlMigration } from './sql-migration.js';

/**
 * Search over titles, services and clauses. Russian and English words are found in their forms by PostgreSQL's own dictionaries;
 * for Kazakh there is none, so its words are found by their beginning, and letters that many keyboards lack are read as the
 * letters people type for them. The longest text is cut: a tsvector holds one megabyte, and a search must never stop a placement.
 */
export const WordsToFindDraftsBy = sqlMigration(
  43,
  'WordsToFindDraftsBy',
  [
    `create function kazakh_folded(text text) returns text language sql immutable parallel safe
       return translate(text, 'әғқңөұүһіёӘҒҚҢӨҰҮҺІЁiI', 'агкноуухиеАГКНОУУХИЕиИ')`,
    `create function words_of(kk text, ru text, en text) returns tsvector language sql immutable parallel safe
       return to_tsvector('pg_catalog.simple', public.kazakh_folded(left(coalesce(kk, ''), 100000)))
           || to_tsvector('pg_catalog.russian', left(coalesce(ru, ''), 100000))
           || to_tsvector('pg_catalog.english', left(coalesce(en, ''), 100000))`,
    `create function words_sought(words text[]) returns tsquery language plpgsql immutable parallel safe as $$
     declare
       word text;
       beginning text;
       found tsquery := '';
     begin
       foreach word in array words loop
         continue when numnode(plainto_tsquery('pg_catalog.russian', word)) = 0
                    or numnode(plainto_tsquery('pg_catalog.english', word)) = 0;
         beginning := public.kazakh_folded(lower(word)) || case when char_length(word) > 2 then ':*' else '' end;
         found := found && (plainto_tsquery('pg_catalog.russian', word) || plainto_tsquery('pg_catalog.english', word)
                            || to_tsquery('pg_catalog.simple', beginning));
       end loop;
       return found;
     end $$`,
    'create index ix_clause_words on clause using gin (words_of(text_kk, text_ru, text_en))',
    'create index ix_procedure_words on procedure using gin (words_of(title_kk, title_ru, title_en))',
    'create index ix_public_service_words on public_service using gin (words_of(name_kk, name_ru, name_en))',
    'create index ix_discussion_open_at on discussion (open_at, id)',
    'create index ix_discussion_version_id on discussion (version_id)',
  ],
  [
    'drop index ix_discussion_version_id',
    'drop index ix_discussion_open_at',
    'drop index ix_public_service_words',
    'drop index ix_procedure_words',
    'drop index ix_clause_words',
    'drop function words_sought(text[])',
    'drop function words_of(text, text, text)',
    'drop function kazakh_folded(text)',
  ],
);
