<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Encre</source>
        <translation>À propos d’Encre</translation>
    </message>
    <message>
        <source>Encre</source>
        <translation>Encre</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>A reader that keeps articles: whole, on your disk, with every later version.</source>
        <translation>Un lecteur qui garde les articles&#xa0;: entiers, sur votre disque, avec toutes leurs versions.</translation>
    </message>
    <message>
        <source>Your library lies in {0}</source>
        <translation>Votre bibliothèque est dans {0}</translation>
    </message>
    <message>
        <source>Made with Qt, SQLite, peewee, markdown-it-py and qdarktheme.</source>
        <translation>Fait avec Qt, SQLite, peewee, markdown-it-py et qdarktheme.</translation>
    </message>
    <message>
        <source>Set in Literata, Inter, JetBrains Mono and Atkinson; icons by Lucide.</source>
        <translation>Composé en Literata, Inter, JetBrains Mono et Atkinson&#x202f;; icônes de Lucide.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>Logiciel libre sous licence MIT.</translation>
    </message>
    <message>
        <source>Open the library’s folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Cet article</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Flux</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Encre</source>
        <translation>Encre</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Article suivant</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>Article précédent</translation>
    </message>
    <message>
        <source>Next unread article</source>
        <translation>Article non lu suivant</translation>
    </message>
    <message>
        <source>Previous unread article</source>
        <translation>Article non lu précédent</translation>
    </message>
    <message>
        <source>Next feed with unread articles</source>
        <translation>Flux suivant ayant des non-lus</translation>
    </message>
    <message>
        <source>Read on, then the next unread article</source>
        <translation>Lire la suite, puis l’article non lu suivant</translation>
    </message>
    <message>
        <source>A page back</source>
        <translation>Une page en arrière</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>Chercher dans l’article</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Occurrence suivante</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Occurrence précédente</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Agrandir le texte</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Réduire le texte</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Taille habituelle du texte</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Copier en Markdown</translation>
    </message>
    <message>
        <source>Copy as a quotation with its source</source>
        <translation>Copier en citation avec sa source</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Surligner</translation>
    </message>
    <message>
        <source>Highlight with a note</source>
        <translation>Surligner avec une note</translation>
    </message>
    <message>
        <source>Search the library for these words</source>
        <translation>Chercher ces mots dans la bibliothèque</translation>
    </message>
    <message>
        <source>Search the web for these words</source>
        <translation>Chercher ces mots sur le web</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>Intertitres</translation>
    </message>
    <message>
        <source>Next heading</source>
        <translation>Intertitre suivant</translation>
    </message>
    <message>
        <source>Previous heading</source>
        <translation>Intertitre précédent</translation>
    </message>
    <message>
        <source>Typography</source>
        <translation>Typographie</translation>
    </message>
    <message>
        <source>Read aloud, or pause</source>
        <translation>Lire à voix haute, ou faire une pause</translation>
    </message>
    <message>
        <source>Let the text scroll by itself, or stop it</source>
        <translation>Laisser le texte défiler seul, ou l’arrêter</translation>
    </message>
    <message>
        <source>Dim all but one paragraph</source>
        <translation>Estomper tout sauf un paragraphe</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>Save as EPUB…</source>
        <translation>Enregistrer en EPUB…</translation>
    </message>
    <message>
        <source>Save as a web page…</source>
        <translation>Enregistrer en page web…</translation>
    </message>
    <message>
        <source>Save as Markdown…</source>
        <translation>Enregistrer en Markdown…</translation>
    </message>
    <message>
        <source>Send the link by e-mail</source>
        <translation>Envoyer le lien par courriel</translation>
    </message>
    <message>
        <source>Read or unread</source>
        <translation>Lu ou non lu</translation>
    </message>
    <message>
        <source>Star or unstar</source>
        <translation>Ajouter ou retirer l’étoile</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Mots-clés…</translation>
    </message>
    <message>
        <source>Archive or take back</source>
        <translation>Archiver ou reprendre</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Mute these words…</source>
        <translation>Masquer ces mots…</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Tout marquer comme lu</translation>
    </message>
    <message>
        <source>Mark those above as read</source>
        <translation>Marquer ceux du dessus comme lus</translation>
    </message>
    <message>
        <source>Mark those below as read</source>
        <translation>Marquer ceux du dessous comme lus</translation>
    </message>
    <message>
        <source>Mark its whole feed as read</source>
        <translation>Marquer tout son flux comme lu</translation>
    </message>
    <message>
        <source>Mark its whole folder as read</source>
        <translation>Marquer tout son dossier comme lu</translation>
    </message>
    <message>
        <source>Mark as read what is older than a day</source>
        <translation>Marquer comme lu ce qui a plus d’un jour</translation>
    </message>
    <message>
        <source>Mark as read what is older than a week</source>
        <translation>Marquer comme lu ce qui a plus d’une semaine</translation>
    </message>
    <message>
        <source>Mark as read what is older than a month</source>
        <translation>Marquer comme lu ce qui a plus d’un mois</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>See what changed</source>
        <translation>Voir ce qui a changé</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Clean up…</source>
        <translation>Faire le ménage…</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>Règles…</translation>
    </message>
    <message>
        <source>Activity…</source>
        <translation>Activité…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Refresh this feed</source>
        <translation>Actualiser ce flux</translation>
    </message>
    <message>
        <source>Stop refreshing</source>
        <translation>Arrêter l’actualisation</translation>
    </message>
    <message>
        <source>Add a feed…</source>
        <translation>Ajouter un flux…</translation>
    </message>
    <message>
        <source>Import subscriptions (OPML)…</source>
        <translation>Importer des abonnements (OPML)…</translation>
    </message>
    <message>
        <source>Export subscriptions (OPML)…</source>
        <translation>Exporter les abonnements (OPML)…</translation>
    </message>
    <message>
        <source>Prepare for offline</source>
        <translation>Préparer la lecture hors ligne</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistiques</translation>
    </message>
    <message>
        <source>Next feed</source>
        <translation>Flux suivant</translation>
    </message>
    <message>
        <source>Previous feed</source>
        <translation>Flux précédent</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Tous les articles</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Non lus</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Favoris</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archives</translation>
    </message>
    <message>
        <source>Search all articles</source>
        <translation>Chercher dans tous les articles</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>All highlights</source>
        <translation>Tous les passages surlignés</translation>
    </message>
    <message>
        <source>Display options</source>
        <translation>Options d’affichage</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Afficher ou masquer la barre latérale</translation>
    </message>
    <message>
        <source>Only the text</source>
        <translation>Le texte seul</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>The article read before</source>
        <translation>L’article lu avant</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>De nouveau en avant</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Ouvrir le dossier des données</translation>
    </message>
    <message>
        <source>About Encre</source>
        <translation>À propos d’Encre</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Nothing done yet</source>
        <translation>Rien pour l’instant</translation>
    </message>
    <message>
        <source>What you mark, star, import or leave is listed here, and can be undone days later.</source>
        <translation>Ce que vous marquez, gardez, importez ou quittez paraît ici et s’annule encore des jours après.</translation>
    </message>
</context>
<context>
    <name>ActivityRow</name>
    <message>
        <source>undone</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>gone for good</source>
        <translation>parti pour de bon</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Redo: {0}</source>
        <translation>Rétablir&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation>Annuler&#xa0;: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as read</source>
        <translation>
            <numerusform>%n article marqué comme lu</numerusform>
            <numerusform>%n articles marqués comme lus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as unread</source>
        <translation>
            <numerusform>%n article marqué comme non lu</numerusform>
            <numerusform>%n articles marqués comme non lus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) starred</source>
        <translation>
            <numerusform>%n article mis en favori</numerusform>
            <numerusform>%n articles mis en favoris</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n star(s) taken away</source>
        <translation>
            <numerusform>%n favori retiré</numerusform>
            <numerusform>%n favoris retirés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) left</source>
        <translation>
            <numerusform>%n flux quitté</numerusform>
            <numerusform>%n flux quittés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) renamed</source>
        <translation>
            <numerusform>%n flux renommé</numerusform>
            <numerusform>%n flux renommés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) moved</source>
        <translation>
            <numerusform>%n flux déplacé</numerusform>
            <numerusform>%n flux déplacés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Full text changed for %n feed(s)</source>
        <translation>
            <numerusform>Texte intégral changé pour %n flux</numerusform>
            <numerusform>Texte intégral changé pour %n flux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) imported</source>
        <translation>
            <numerusform>%n flux importé</numerusform>
            <numerusform>%n flux importés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) archived</source>
        <translation>
            <numerusform>%n article archivé</numerusform>
            <numerusform>%n articles archivés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) taken back from the archive</source>
        <translation>
            <numerusform>%n article repris des archives</numerusform>
            <numerusform>%n articles repris des archives</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) deleted</source>
        <translation>
            <numerusform>%n article supprimé</numerusform>
            <numerusform>%n articles supprimés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clean-up: %n article(s) into the bin</source>
        <translation>
            <numerusform>Ménage&#xa0;: %n article mis à la corbeille</numerusform>
            <numerusform>Ménage&#xa0;: %n articles mis à la corbeille</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Daily clean-up: %n article(s) into the bin</source>
        <translation>
            <numerusform>Ménage du jour&#xa0;: %n article mis à la corbeille</numerusform>
            <numerusform>Ménage du jour&#xa0;: %n articles mis à la corbeille</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is kept changed for %n feed(s)</source>
        <translation>
            <numerusform>Conservation changée pour %n flux</numerusform>
            <numerusform>Conservation changée pour %n flux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n article(s) changed</source>
        <translation>
            <numerusform>Mots-clés de %n article changés</numerusform>
            <numerusform>Mots-clés de %n articles changés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n search(es) saved</source>
        <translation>
            <numerusform>%n recherche enregistrée</numerusform>
            <numerusform>%n recherches enregistrées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n smart feed(s) changed</source>
        <translation>
            <numerusform>%n flux intelligent modifié</numerusform>
            <numerusform>%n flux intelligents modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n smart feed(s) removed</source>
        <translation>
            <numerusform>%n flux intelligent retiré</numerusform>
            <numerusform>%n flux intelligents retirés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New rule: %n article(s) caught</source>
        <translation>
            <numerusform>Nouvelle règle&#xa0;:&#x202f;%n article pris</numerusform>
            <numerusform>Nouvelle règle&#xa0;:&#x202f;%n articles pris</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rule changed: %n article(s) caught</source>
        <translation>
            <numerusform>Règle modifiée&#xa0;:&#x202f;%n article pris</numerusform>
            <numerusform>Règle modifiée&#xa0;:&#x202f;%n articles pris</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rule removed: %n article(s) let go</source>
        <translation>
            <numerusform>Règle supprimée&#xa0;:&#x202f;%n article relâché</numerusform>
            <numerusform>Règle supprimée&#xa0;:&#x202f;%n articles relâchés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rule switched off: %n article(s) let go</source>
        <translation>
            <numerusform>Règle désactivée&#xa0;:&#x202f;%n article relâché</numerusform>
            <numerusform>Règle désactivée&#xa0;:&#x202f;%n articles relâchés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rule switched on: %n article(s) caught</source>
        <translation>
            <numerusform>Règle activée&#xa0;:&#x202f;%n article pris</numerusform>
            <numerusform>Règle activée&#xa0;:&#x202f;%n articles pris</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddFeedDialog</name>
    <message>
        <source>Add a feed</source>
        <translation>Ajouter un flux</translation>
    </message>
    <message>
        <source>example.org, https://example.org/feed…</source>
        <translation>exemple.fr, https://exemple.fr/flux…</translation>
    </message>
    <message>
        <source>Address of a site or feed</source>
        <translation>Adresse d’un site ou d’un flux</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Recherche en cours</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>Looking at {0}…</source>
        <translation>Recherche sur {0}…</translation>
    </message>
    <message>
        <source>No feed was found there.</source>
        <translation>Aucun flux à cette adresse.</translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) found.</source>
        <translation>
            <numerusform>%n flux trouvé.</numerusform>
            <numerusform>%n flux trouvés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Subscribed as “{0}”</source>
        <translation>Abonné sous le nom «&#xa0;{0}&#xa0;»</translation>
    </message>
    <message>
        <source>The address of a site or of its feed. A file of subscriptions (OPML) can be dropped here.</source>
        <translation>L’adresse d’un site ou de son flux. Un fichier d’abonnements (OPML) peut être déposé ici.</translation>
    </message>
    <message numerus="yes">
        <source>Add %n feed(s)</source>
        <translation>
            <numerusform>Ajouter %n flux</numerusform>
            <numerusform>Ajouter %n flux</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Subscribing…</source>
        <translation>Abonnement en cours…</translation>
    </message>
    <message>
        <source>That file is not a list of subscriptions (OPML).</source>
        <translation>Ce fichier n’est pas une liste d’abonnements (OPML).</translation>
    </message>
</context>
<context>
    <name>Aloud</name>
    <message>
        <source>Reading aloud</source>
        <translation>Lecture à voix haute</translation>
    </message>
    <message>
        <source>The sentence before</source>
        <translation>La phrase d’avant</translation>
    </message>
    <message>
        <source>Go on (L)</source>
        <translation>Reprendre (L)</translation>
    </message>
    <message>
        <source>Pause (L)</source>
        <translation>Pause (L)</translation>
    </message>
    <message>
        <source>The next sentence</source>
        <translation>La phrase suivante</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Moins vite</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Plus vite</translation>
    </message>
    <message>
        <source>Stop reading aloud (Esc)</source>
        <translation>Arrêter la lecture (Échap)</translation>
    </message>
    <message>
        <source>{0}×</source>
        <translation>{0}×</translation>
    </message>
    <message>
        <source>The voice of this system could not speak.</source>
        <translation>La voix de ce système n’a pas pu parler.</translation>
    </message>
    <message>
        <source>Reading aloud needs a package that is not installed: run “{0}”, then start Encre again.</source>
        <translation>La lecture à voix haute demande un paquet qui n’est pas installé&#xa0;: lancez «&#xa0;{0}&#xa0;», puis rouvrez Encre.</translation>
    </message>
    <message>
        <source>Reading aloud needs a voice: install speech-dispatcher or espeak-ng, then try again.</source>
        <translation>La lecture à voix haute demande une voix&#xa0;: installez speech-dispatcher ou espeak-ng, puis réessayez.</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>This desktop has no tray, so Encre cannot start hidden in it.</source>
        <translation>Ce bureau n’a pas de zone de notification&#xa0;: Encre ne peut pas y démarrer caché.</translation>
    </message>
    <message>
        <source>There is no theme called “{0}”.</source>
        <translation>Il n’y a pas de thème «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>The data folder cannot be used: {0}.</source>
        <translation>Le dossier des données est inutilisable&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>The theme “{0}” is not there or cannot be used: Encre wears Base.</source>
        <translation>Le thème «&#xa0;{0}&#xa0;» est absent ou inutilisable&#xa0;: Encre prend le thème de base.</translation>
    </message>
    <message>
        <source>Encre met an unexpected error; the log holds it. Your library is safe.</source>
        <translation>Encre a rencontré une erreur inattendue&#x202f;; le journal en garde la trace. Votre bibliothèque est intacte.</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message numerus="yes">
        <source>%n new article(s)</source>
        <translation>
            <numerusform>%n nouvel article</numerusform>
            <numerusform>%n nouveaux articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Nothing for “{0}”</source>
        <translation>Rien pour «&#xa0;{0}&#xa0;»</translation>
    </message>
    <message>
        <source>Accents and capitals make no difference here. Try fewer words, or the beginning of one.</source>
        <translation>Les accents et les majuscules ne comptent pas. Essayez moins de mots, ou le début d’un mot.</translation>
    </message>
    <message>
        <source>Last refresh {0}.</source>
        <translation>Dernière actualisation {0}.</translation>
    </message>
    <message>
        <source>Everything is read.</source>
        <translation>Tout est lu.</translation>
    </message>
    <message>
        <source>Nothing under these display options</source>
        <translation>Rien avec ces options d’affichage</translation>
    </message>
    <message>
        <source>There are articles here; the options of this view hide them all.</source>
        <translation>Il y a des articles ici&#x202f;; les options de cette vue les cachent tous.</translation>
    </message>
    <message>
        <source>Reset the display options</source>
        <translation>Réinitialiser les options d’affichage</translation>
    </message>
    <message>
        <source>No starred article yet</source>
        <translation>Aucun article favori pour l’instant</translation>
    </message>
    <message>
        <source>The S key or a click on the star keeps an article here.</source>
        <translation>La touche S ou un clic sur l’étoile garde un article ici.</translation>
    </message>
    <message>
        <source>Nothing is archived yet</source>
        <translation>Rien n’est encore archivé</translation>
    </message>
    <message>
        <source>The E key puts an article away: out of the lists, whole, and found by searching.</source>
        <translation>La touche E range un article&#xa0;: hors des listes, entier, et toujours trouvé par la recherche.</translation>
    </message>
    <message>
        <source>Nothing today yet</source>
        <translation>Rien pour aujourd’hui</translation>
    </message>
    <message>
        <source>What is published today comes here.</source>
        <translation>Ce qui paraît aujourd’hui s’affiche ici.</translation>
    </message>
    <message>
        <source>Nothing is muted</source>
        <translation>Rien n’est masqué</translation>
    </message>
    <message>
        <source>What your rules hide is kept here, whole.</source>
        <translation>Ce que vos règles masquent est gardé ici, entier.</translation>
    </message>
    <message>
        <source>No updated article</source>
        <translation>Aucun article mis à jour</translation>
    </message>
    <message>
        <source>Articles that their publisher has changed or marked as updated come here.</source>
        <translation>Les articles que leur éditeur a modifiés ou signalés comme mis à jour s’affichent ici.</translation>
    </message>
    <message>
        <source>No article here yet</source>
        <translation>Aucun article ici pour l’instant</translation>
    </message>
    <message>
        <source>They come with the next refresh.</source>
        <translation>Ils viendront à la prochaine actualisation.</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Since your last visit</source>
        <translation>Depuis votre dernière visite</translation>
    </message>
    <message>
        <source>You stopped here</source>
        <translation>Vous en étiez là</translation>
    </message>
    <message>
        <source>No section</source>
        <translation>Sans rubrique</translation>
    </message>
</context>
<context>
    <name>ArticleRow</name>
    <message>
        <source>Updated</source>
        <translation>MàJ</translation>
    </message>
    <message>
        <source>modified</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>Subscriber</source>
        <translation>Abonné</translation>
    </message>
    <message>
        <source>Excerpt</source>
        <translation>Extrait</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0}&#xa0;min</translation>
    </message>
    <message>
        <source>also in {0}</source>
        <translation>aussi dans {0}</translation>
    </message>
    <message>
        <source>A clean-up has taken the text</source>
        <translation>Un ménage a enlevé le texte</translation>
    </message>
    <message>
        <source>Some pictures are not stored yet</source>
        <translation>Quelques images ne sont pas encore enregistrées</translation>
    </message>
    <message>
        <source>Pictures are not stored yet</source>
        <translation>Les images ne sont pas encore enregistrées</translation>
    </message>
    <message>
        <source>The text is not stored yet</source>
        <translation>Le texte n’est pas encore enregistré</translation>
    </message>
    <message>
        <source>Remove the star (S)</source>
        <translation>Retirer des favoris (S)</translation>
    </message>
    <message>
        <source>Star (S)</source>
        <translation>Mettre en favori (S)</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Non lu</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivé</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Favori</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>Moved further down: “{0}”</source>
        <translation>Déplacé plus bas&#xa0;: «&#xa0;{0}&#xa0;»</translation>
    </message>
    <message>
        <source>Moved further up: “{0}”</source>
        <translation>Déplacé plus haut&#xa0;: «&#xa0;{0}&#xa0;»</translation>
    </message>
    <message>
        <source>first version</source>
        <translation>première version</translation>
    </message>
    <message>
        <source>details</source>
        <translation>détails</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corrigé</translation>
    </message>
    <message>
        <source>text added</source>
        <translation>texte ajouté</translation>
    </message>
    <message>
        <source>marked update</source>
        <translation>mise à jour annoncée</translation>
    </message>
    <message>
        <source>last read</source>
        <translation>dernière lue</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Aucun changement</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>Back to the article</source>
        <translation>Revenir à l’article</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Changement précédent</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Changement suivant</translation>
    </message>
    <message>
        <source>Show the unchanged text too</source>
        <translation>Montrer aussi le texte inchangé</translation>
    </message>
    <message>
        <source>Compare from version</source>
        <translation>Comparer depuis la version</translation>
    </message>
    <message>
        <source>to version</source>
        <translation>jusqu’à la version</translation>
    </message>
    <message>
        <source>Compare from this version</source>
        <translation>Comparer depuis cette version</translation>
    </message>
    <message>
        <source>to this version</source>
        <translation>jusqu’à cette version</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Go through the versions</source>
        <translation>Parcourir les versions</translation>
    </message>
    <message>
        <source>What changed in “{0}”</source>
        <translation>Ce qui a changé dans «&#xa0;{0}&#xa0;»</translation>
    </message>
    <message>
        <source>Version {0} of {1}</source>
        <translation>Version {0} sur {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) added</source>
        <translation>
            <numerusform>%n mot ajouté</numerusform>
            <numerusform>%n mots ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) removed</source>
        <translation>
            <numerusform>%n mot retiré</numerusform>
            <numerusform>%n mots retirés</numerusform>
        </translation>
    </message>
    <message>
        <source>another headline</source>
        <translation>un autre titre</translation>
    </message>
    <message>
        <source>These two versions read the same.</source>
        <translation>Ces deux versions se lisent de la même façon.</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) unchanged</source>
        <translation>
            <numerusform>%n paragraphe inchangé</numerusform>
            <numerusform>%n paragraphes inchangés</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed: {0}</source>
        <translation>Retiré&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Added: {0}</source>
        <translation>Ajouté&#xa0;: {0}</translation>
    </message>
</context>
<context>
    <name>CleanUp</name>
    <message>
        <source>Clean up</source>
        <translation>Faire le ménage</translation>
    </message>
    <message>
        <source>Do this by itself, once a day</source>
        <translation>Le faire tout seul, une fois par jour</translation>
    </message>
    <message>
        <source>What is starred, annotated, tagged, archived or unread stays.</source>
        <translation>Ce qui est favori, annoté, étiqueté, archivé ou non lu reste.</translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) have limits of their own.</source>
        <translation>
            <numerusform>%n flux a ses propres limites.</numerusform>
            <numerusform>%n flux ont leurs propres limites.</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>What would go, by feed</source>
        <translation>Ce qui partirait, par flux</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Flux</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Restent</translation>
    </message>
    <message>
        <source>Beyond the limits, and kept all the same</source>
        <translation>Au-delà des limites, et gardés quand même</translation>
    </message>
    <message>
        <source>Empty the bin…</source>
        <translation>Vider la corbeille…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Clean up now</source>
        <translation>Faire le ménage</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Comptage…</translation>
    </message>
    <message>
        <source>Nothing to clean up</source>
        <translation>Rien à nettoyer</translation>
    </message>
    <message>
        <source>All that is kept lies within these limits.</source>
        <translation>Tout ce qui est gardé tient dans ces limites.</translation>
    </message>
    <message>
        <source>Everything is kept</source>
        <translation>Tout est gardé</translation>
    </message>
    <message>
        <source>Set a limit to see what it would take.</source>
        <translation>Fixez une limite pour voir ce qu’elle enlèverait.</translation>
    </message>
    <message>
        <source>Keep to these limits</source>
        <translation>Garder ces limites</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Tout garder</translation>
    </message>
    <message>
        <source>Nothing has been deleted.</source>
        <translation>Rien n’a été supprimé.</translation>
    </message>
    <message numerus="yes">
        <source>%n read article(s) would go into the bin</source>
        <translation>
            <numerusform>%n article lu irait à la corbeille</numerusform>
            <numerusform>%n articles lus iraient à la corbeille</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of text, {1} of pictures</source>
        <translation>{0} de texte, {1} d’images</translation>
    </message>
    <message>
        <source>{0}: {1}. Nothing has been deleted yet.</source>
        <translation>{0}&#xa0;: {1}. Rien n’a encore été supprimé.</translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation>La corbeille est vide.</translation>
    </message>
    <message numerus="yes">
        <source>In the bin: %n article(s)</source>
        <translation>
            <numerusform>Dans la corbeille&#xa0;: %n article</numerusform>
            <numerusform>Dans la corbeille&#xa0;: %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They can come back for %n day(s), then they leave the disk.</source>
        <translation>
            <numerusform>Retour possible pendant %n jour, puis la place est libérée.</numerusform>
            <numerusform>Retour possible pendant %n jours, puis la place est libérée.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are in the bin now.</source>
        <translation>
            <numerusform>%n article est maintenant dans la corbeille.</numerusform>
            <numerusform>%n articles sont maintenant dans la corbeille.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) have left the disk</source>
        <translation>
            <numerusform>%n article a quitté le disque</numerusform>
            <numerusform>%n articles ont quitté le disque</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: {1}.</source>
        <translation>{0}&#xa0;: {1}.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n article(s) for good</source>
        <translation>
            <numerusform>Supprimer %n article pour de bon</numerusform>
            <numerusform>Supprimer %n articles pour de bon</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message numerus="yes">
        <source>%n article(s) marked as read.</source>
        <translation>
            <numerusform>%n article marqué comme lu.</numerusform>
            <numerusform>%n articles marqués comme lus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>The tags of %n article(s) are changed.</source>
        <translation>
            <numerusform>Les mots-clés de %n article sont changés.</numerusform>
            <numerusform>Les mots-clés de %n articles sont changés.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it was read already.</source>
        <translation>Tout était déjà lu.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Il n’y a rien à rétablir.</translation>
    </message>
    <message>
        <source>Done again ({0}).</source>
        <translation>Rétabli ({0}).</translation>
    </message>
    <message>
        <source>This article has no address on the web.</source>
        <translation>Cet article n’a pas d’adresse sur le web.</translation>
    </message>
    <message>
        <source>Select {0} articles at most to open them.</source>
        <translation>Sélectionnez au plus {0} articles pour les ouvrir.</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Lien copié.</translation>
    </message>
    <message>
        <source>Import subscriptions</source>
        <translation>Importer des abonnements</translation>
    </message>
    <message>
        <source>Subscriptions (*.opml *.xml);;All files (*)</source>
        <translation>Abonnements (*.opml *.xml);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Export subscriptions</source>
        <translation>Exporter les abonnements</translation>
    </message>
    <message>
        <source>Subscriptions (*.opml)</source>
        <translation>Abonnements (*.opml)</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Mark more as read</source>
        <translation>Marquer plus comme lu</translation>
    </message>
    <message>
        <source>Undone: marked as read ({0}).</source>
        <translation>Annulé&#xa0;: marqués comme lus ({0}).</translation>
    </message>
    <message>
        <source>Undone: marked as unread ({0}).</source>
        <translation>Annulé&#xa0;: marqués comme non lus ({0}).</translation>
    </message>
    <message>
        <source>Undone: starred ({0}).</source>
        <translation>Annulé&#xa0;: étoile ajoutée ({0}).</translation>
    </message>
    <message>
        <source>Undone: star taken away ({0}).</source>
        <translation>Annulé&#xa0;: étoile retirée ({0}).</translation>
    </message>
    <message>
        <source>Undone: the feed is back.</source>
        <translation>Annulé&#xa0;: le flux est de retour.</translation>
    </message>
    <message>
        <source>Undone: archived ({0}).</source>
        <translation>Annulé&#xa0;: archivage ({0}).</translation>
    </message>
    <message>
        <source>Undone: taken back from the archive ({0}).</source>
        <translation>Annulé&#xa0;: reprise des archives ({0}).</translation>
    </message>
    <message>
        <source>Undone: deleted ({0}).</source>
        <translation>Annulé&#xa0;: suppression ({0}).</translation>
    </message>
    <message>
        <source>Undone: the clean-up ({0}).</source>
        <translation>Annulé&#xa0;: le ménage ({0}).</translation>
    </message>
    <message>
        <source>Undone: import of {0} feeds.</source>
        <translation>Annulé&#xa0;: import de {0} flux.</translation>
    </message>
    <message>
        <source>Undone: the smart feed is back.</source>
        <translation>Annulé&#xa0;: le flux intelligent est revenu.</translation>
    </message>
    <message>
        <source>Undone: tags ({0}).</source>
        <translation>Annulé&#xa0;: mots-clés ({0}).</translation>
    </message>
    <message>
        <source>Undone: the search is not saved any more.</source>
        <translation>Annulé&#xa0;: la recherche n’est plus gardée.</translation>
    </message>
    <message>
        <source>Undone: the smart feed is as it was.</source>
        <translation>Annulé&#xa0;: le flux intelligent est comme avant.</translation>
    </message>
    <message>
        <source>Undone: the rule is gone, and what it did with it.</source>
        <translation>Défait&#xa0;: la règle est retirée, et ce qu’elle a fait avec elle.</translation>
    </message>
    <message>
        <source>Undone: the rule is as it was.</source>
        <translation>Défait&#xa0;: la règle est comme avant.</translation>
    </message>
    <message>
        <source>Undone: the rule is back.</source>
        <translation>Défait&#xa0;: la règle est de retour.</translation>
    </message>
    <message>
        <source>Undone: the rule is on again.</source>
        <translation>Défait&#xa0;: la règle est de nouveau active.</translation>
    </message>
    <message>
        <source>Undone: the rule is off again.</source>
        <translation>Défait&#xa0;: la règle est de nouveau inactive.</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Annulé.</translation>
    </message>
</context>
<context>
    <name>DayPlot</name>
    <message>
        <source>{0} articles came, {1} of them are read</source>
        <translation>{0} articles arrivés, dont {1} lus</translation>
    </message>
    <message>
        <source>{0}: {1} articles, {2} read</source>
        <translation>{0}&#xa0;: {1} articles, {2} lus</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The keys could not be saved.</source>
        <translation>Les raccourcis n’ont pas pu être enregistrés.</translation>
    </message>
    <message>
        <source>All highlights</source>
        <translation>Tous les passages surlignés</translation>
    </message>
    <message>
        <source>If you subscribe to this site, add the personal feed address that it gives you.</source>
        <translation>Si vous êtes abonné à ce site, ajoutez l’adresse de flux personnelle qu’il vous donne.</translation>
    </message>
    <message>
        <source>There is only one version of this article.</source>
        <translation>Il n’y a qu’une version de cet article.</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>A newer Encre made this library: it is opened for reading only.</source>
        <translation>Cette bibliothèque vient d’un Encre plus récent&#xa0;: elle est ouverte en lecture seule.</translation>
    </message>
    <message>
        <source>This desktop has no tray: closing the window quits Encre.</source>
        <translation>Ce bureau n’a pas de zone de notification&#xa0;: fermer la fenêtre quitte Encre.</translation>
    </message>
    <message numerus="yes">
        <source>%n new article(s)</source>
        <translation>
            <numerusform>%n nouvel article</numerusform>
            <numerusform>%n nouveaux articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated article(s)</source>
        <translation>
            <numerusform>%n article mis à jour</numerusform>
            <numerusform>%n articles mis à jour</numerusform>
        </translation>
    </message>
    <message>
        <source>“{0}” is left; its starred articles stay.</source>
        <translation>Abonnement à «&#xa0;{0}&#xa0;» retiré&#x202f;; ses favoris restent.</translation>
    </message>
    <message>
        <source>The new size of the interface holds from the next start on.</source>
        <translation>La nouvelle taille de l’interface vaudra au prochain démarrage.</translation>
    </message>
    <message>
        <source>Restart Encre</source>
        <translation>Redémarrer Encre</translation>
    </message>
</context>
<context>
    <name>Dropped</name>
    <message numerus="yes">
        <source>%n article(s) starred.</source>
        <translation>
            <numerusform>%n article en favori.</numerusform>
            <numerusform>%n articles en favoris.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as unread.</source>
        <translation>
            <numerusform>%n article marqué comme non lu.</numerusform>
            <numerusform>%n articles marqués comme non lus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) archived.</source>
        <translation>
            <numerusform>%n article archivé.</numerusform>
            <numerusform>%n articles archivés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) tagged “{0}”.</source>
        <translation>
            <numerusform>%n article marqué «&#xa0;{0}&#xa0;».</numerusform>
            <numerusform>%n articles marqués «&#xa0;{0}&#xa0;».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tag “{0}” is taken from %n article(s).</source>
        <translation>
            <numerusform>Le mot-clé «&#xa0;{0}&#xa0;» est retiré d’un article.</numerusform>
            <numerusform>Le mot-clé «&#xa0;{0}&#xa0;» est retiré de %n articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) left; starred articles stay.</source>
        <translation>
            <numerusform>%n flux quitté&#x202f;; ses favoris restent.</numerusform>
            <numerusform>%n flux quittés&#x202f;; leurs favoris restent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Encre was updated while it was open. Please start it again.</source>
        <translation>Encre a été mis à jour pendant qu’il était ouvert. Relancez-le, s’il vous plaît.</translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly and starts again. Nothing is lost.</source>
        <translation>Le moteur s’est arrêté et redémarre. Rien n’est perdu.</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Encre was started offline: nothing is fetched.</source>
        <translation>Encre a été lancé hors ligne&#xa0;: rien n’est récupéré.</translation>
    </message>
    <message>
        <source>There is nothing to refresh yet: add a feed first.</source>
        <translation>Il n’y a rien à actualiser&#xa0;: ajoutez d’abord un flux.</translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) added.</source>
        <translation>
            <numerusform>%n flux ajouté.</numerusform>
            <numerusform>%n flux ajoutés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed over.</source>
        <translation>
            <numerusform>%n ignoré.</numerusform>
            <numerusform>%n ignorés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) written.</source>
        <translation>
            <numerusform>%n flux écrit.</numerusform>
            <numerusform>%n flux écrits.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. What had come is kept.</source>
        <translation>Arrêté. Ce qui était arrivé est gardé.</translation>
    </message>
    <message numerus="yes">
        <source>%n new article(s).</source>
        <translation>
            <numerusform>%n nouvel article.</numerusform>
            <numerusform>%n nouveaux articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) could not be reached.</source>
        <translation>
            <numerusform>%n flux n’a pas pu être joint.</numerusform>
            <numerusform>%n flux n’ont pas pu être joints.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new.</source>
        <translation>Rien de nouveau.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Read where it was published</source>
        <translation>Lire là où il a été publié</translation>
    </message>
    <message>
        <source>Save the article</source>
        <translation>Enregistrer l’article</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Enregistré sous {0}</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
</context>
<context>
    <name>FeedPicker</name>
    <message>
        <source>Find a feed</source>
        <translation>Trouver un flux</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Flux</translation>
    </message>
    <message>
        <source>A feed that was left</source>
        <translation>Un flux quitté</translation>
    </message>
    <message>
        <source>All feeds</source>
        <translation>Tous les flux</translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s)</source>
        <translation>
            <numerusform>%n flux</numerusform>
            <numerusform>%n flux</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedSettings</name>
    <message>
        <source>When the feed gives only a part</source>
        <translation>Si le flux n’en donne qu’une partie</translation>
    </message>
    <message>
        <source>Always from the page of the article</source>
        <translation>Toujours depuis la page de l’article</translation>
    </message>
    <message>
        <source>Only what the feed gives</source>
        <translation>Seulement ce que donne le flux</translation>
    </message>
    <message>
        <source>As in the settings</source>
        <translation>Comme dans les réglages</translation>
    </message>
    <message>
        <source>Only what the site marks as updated</source>
        <translation>Seulement ce que le site annonce comme mis à jour</translation>
    </message>
    <message>
        <source>Additions and corrections too</source>
        <translation>Aussi les ajouts et les corrections</translation>
    </message>
    <message>
        <source>Every change, even of details</source>
        <translation>Tout changement, même de détail</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Feed settings</source>
        <translation>Réglages du flux</translation>
    </message>
    <message>
        <source>The feed’s own title</source>
        <translation>Le titre donné par le flux</translation>
    </message>
    <message>
        <source>Which changes show an article that you have read as modified, and tell you.</source>
        <translation>Quels changements signalent comme modifié un article que vous avez lu, et vous préviennent.</translation>
    </message>
    <message>
        <source>Sound and video files that come with articles are kept on your disk.</source>
        <translation>Les fichiers son et vidéo joints aux articles sont gardés sur votre disque.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Within limits of its own</source>
        <translation>Dans ses propres limites</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>Full &amp;text</source>
        <translation>Te&amp;xte intégral</translation>
    </message>
    <message>
        <source>&amp;Changes that count</source>
        <translation>&amp;Changements qui comptent</translation>
    </message>
    <message>
        <source>Keep &amp;attachments</source>
        <translation>Garder les fichiers &amp;joints</translation>
    </message>
    <message>
        <source>Articles &amp;kept</source>
        <translation>Articles &amp;gardés</translation>
    </message>
    <message>
        <source>&amp;Notify of new articles</source>
        <translation>&amp;Notifier les nouveaux articles</translation>
    </message>
    <message>
        <source>Unsubscribe</source>
        <translation>Se désabonner</translation>
    </message>
    <message>
        <source>Its starred articles stay, and it can be undone.</source>
        <translation>Ses favoris restent, et cela s’annule.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Address: {0}</source>
        <translation>Adresse&#xa0;: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message>
        <source>refreshed on {0}</source>
        <translation>actualisé le {0}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>FeedTree</name>
    <message>
        <source>Last refreshed on {0}.</source>
        <translation>Dernière actualisation réussie le {0}.</translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) in trouble</source>
        <translation>
            <numerusform>%n flux en difficulté</numerusform>
            <numerusform>%n flux en difficulté</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} unread</source>
        <translation>{0} non lus</translation>
    </message>
</context>
<context>
    <name>FeedTreeView</name>
    <message>
        <source>Views and feeds</source>
        <translation>Vues et flux</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation>Rechercher dans l’article</translation>
    </message>
    <message>
        <source>Previous hit (Shift+Enter)</source>
        <translation>Occurrence précédente (Maj+Entrée)</translation>
    </message>
    <message>
        <source>Next hit (Enter)</source>
        <translation>Occurrence suivante (Entrée)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>No hit</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
</context>
<context>
    <name>FolderBox</name>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Aucun dossier</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add a feed (Ctrl+N)</source>
        <translation>Ajouter un flux (Ctrl+N)</translation>
    </message>
    <message>
        <source>Add a feed</source>
        <translation>Ajouter un flux</translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation>Réglages (Ctrl+,)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>At rest</source>
        <translation>Au repos</translation>
    </message>
    <message>
        <source>Under the mouse</source>
        <translation>Sous la souris</translation>
    </message>
    <message>
        <source>Pressed</source>
        <translation>Enfoncé</translation>
    </message>
    <message>
        <source>With the keyboard</source>
        <translation>Au clavier</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Message…</source>
        <translation>Message…</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>Fichiers…</translation>
    </message>
    <message>
        <source>States</source>
        <translation>États</translation>
    </message>
    <message>
        <source>Button</source>
        <translation>Bouton</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Choix</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>Principal</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Discret</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Un</translation>
    </message>
    <message>
        <source>Two</source>
        <translation>Deux</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valeurs</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Interrupteur</translation>
    </message>
    <message>
        <source>In part</source>
        <translation>En partie</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marquer comme lu</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Autres</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>Icônes</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Flux</translation>
    </message>
    <message>
        <source>Tree and list</source>
        <translation>Arbre et liste</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas ici</translation>
    </message>
    <message>
        <source>The text is the loudest thing.</source>
        <translation>C’est le texte qu’on voit d’abord.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
</context>
<context>
    <name>Highlights</name>
    <message>
        <source>Search highlights and notes</source>
        <translation>Rechercher dans les surlignages et les notes</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Copier en Markdown</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Surlignages</translation>
    </message>
    <message>
        <source>No highlight has these words</source>
        <translation>Aucun surlignage ne contient ces mots</translation>
    </message>
    <message>
        <source>Nothing is highlighted yet</source>
        <translation>Rien n’est encore surligné</translation>
    </message>
    <message>
        <source>Select some words of an article and press H.</source>
        <translation>Sélectionnez quelques mots d’un article et appuyez sur H.</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Surlignage</translation>
    </message>
    <message>
        <source>First colour</source>
        <translation>Première couleur</translation>
    </message>
    <message>
        <source>Second colour</source>
        <translation>Deuxième couleur</translation>
    </message>
    <message>
        <source>Third colour</source>
        <translation>Troisième couleur</translation>
    </message>
    <message>
        <source>Fourth colour</source>
        <translation>Quatrième couleur</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>Une note</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Articles by day</source>
        <translation>Articles par jour</translation>
    </message>
    <message>
        <source>For your {0} minutes: {1} min in all</source>
        <translation>Pour vos {0} minutes&#xa0;: {1}&#xa0;min en tout</translation>
    </message>
    <message>
        <source>Display options hide some articles.</source>
        <translation>Les options d’affichage masquent des articles.</translation>
    </message>
    <message>
        <source>Nothing to show on Home</source>
        <translation>Rien à montrer sur l’accueil</translation>
    </message>
</context>
<context>
    <name>HomeHeader</name>
    <message>
        <source>Display options</source>
        <translation>Options d’affichage</translation>
    </message>
    <message>
        <source>What Home shows, and how</source>
        <translation>Ce que montre l’accueil, et comment</translation>
    </message>
    <message>
        <source>I have</source>
        <translation>J’ai</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0}&#xa0;min</translation>
    </message>
    <message>
        <source>Pick what can be read in {0} minutes</source>
        <translation>Choisir ce qui se lit en {0} minutes</translation>
    </message>
    <message numerus="yes">
        <source>%n new since your last visit</source>
        <translation>
            <numerusform>%n nouveau depuis votre dernière visite</numerusform>
            <numerusform>%n nouveaux depuis votre dernière visite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n non lu</numerusform>
            <numerusform>%n non lus</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of reading</source>
        <translation>{0} de lecture</translation>
    </message>
    <message>
        <source>Everything is read.</source>
        <translation>Tout est lu.</translation>
    </message>
    <message>
        <source>You stopped here: {0}</source>
        <translation>Vous en étiez là&#xa0;: {0}</translation>
    </message>
</context>
<context>
    <name>ImageViewer</name>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Previous picture (←)</source>
        <translation>Image précédente (←)</translation>
    </message>
    <message>
        <source>Next picture (→)</source>
        <translation>Image suivante (→)</translation>
    </message>
    <message>
        <source>Fit or real size (0, 1)</source>
        <translation>Ajustée ou taille réelle (0, 1)</translation>
    </message>
    <message>
        <source>Copy the picture (Ctrl+C)</source>
        <translation>Copier l’image (Ctrl+C)</translation>
    </message>
    <message>
        <source>Save the picture (Ctrl+S)</source>
        <translation>Enregistrer l’image (Ctrl+S)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Enregistrer l’image</translation>
    </message>
    <message>
        <source>The picture could not be saved: {0}</source>
        <translation>L’image n’a pas pu être enregistrée&#xa0;: {0}</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>No key</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <source>Press a key…</source>
        <translation>Appuyez sur une touche…</translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>All as they came</source>
        <translation>Toutes comme à l’origine</translation>
    </message>
    <message>
        <source>Letters without Ctrl or Alt are off while you type.</source>
        <translation>Les lettres sans Ctrl ni Alt sont sans effet pendant que vous écrivez.</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>No key</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Comme à l’origine</translation>
    </message>
    <message>
        <source>Use it here</source>
        <translation>L’utiliser ici</translation>
    </message>
    <message>
        <source>Click, then press the key; Escape leaves it as it is</source>
        <translation>Cliquez, puis appuyez sur la touche&#x202f;; Échap la laisse telle quelle</translation>
    </message>
    <message>
        <source>{0} does “{1}”.</source>
        <translation>{0} sert déjà à «&#xa0;{1}&#xa0;».</translation>
    </message>
    <message>
        <source>{0} is Encre’s own and stays where it is.</source>
        <translation>{0} est réservée à Encre et reste où elle est.</translation>
    </message>
</context>
<context>
    <name>LimitFields</name>
    <message>
        <source>Keep the newest articles of each feed</source>
        <translation>Garder les articles les plus récents de chaque flux</translation>
    </message>
    <message>
        <source>Keep what came in the last months</source>
        <translation>Garder ce qui est arrivé ces derniers mois</translation>
    </message>
    <message>
        <source>What goes of the rest</source>
        <translation>Ce qui part du reste</translation>
    </message>
    <message>
        <source>their text and pictures</source>
        <translation>leur texte et leurs images</translation>
    </message>
    <message>
        <source>the whole article</source>
        <translation>l’article entier</translation>
    </message>
    <message>
        <source>Keep the &amp;newest</source>
        <translation>Garder les plus &amp;récents</translation>
    </message>
    <message>
        <source>Of each feed, keep the &amp;newest</source>
        <translation>De chaque flux, garder les plus &amp;récents</translation>
    </message>
    <message>
        <source>And what came in the &amp;last</source>
        <translation>Et ce qui est arrivé dans les &amp;derniers</translation>
    </message>
    <message>
        <source>Of &amp;read articles beyond, take</source>
        <translation>Des articles &amp;lus au-delà, enlever</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message numerus="yes">
        <source>article(s)</source>
        <translation>
            <numerusform>article</numerusform>
            <numerusform>articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>month(s)</source>
        <translation>
            <numerusform>mois</numerusform>
            <numerusform>mois</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>{0} min ago</source>
        <translation>il y a {0} min</translation>
    </message>
    <message>
        <source>{0} h ago</source>
        <translation>il y a {0} h</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>This article is not in the library any more.</source>
        <translation>Cet article n’est plus dans la bibliothèque.</translation>
    </message>
    <message>
        <source>This article is in the bin; “Activity” brings it back.</source>
        <translation>Cet article est dans la corbeille&#x202f;; «&#xa0;Activité&#xa0;» peut le rendre.</translation>
    </message>
    <message numerus="yes">
        <source>%n unread article(s) wait.</source>
        <translation>
            <numerusform>%n article non lu vous attend.</numerusform>
            <numerusform>%n articles non lus vous attendent.</numerusform>
        </translation>
    </message>
    <message>
        <source>No article is open</source>
        <translation>Aucun article ouvert</translation>
    </message>
    <message>
        <source>No more unread articles here.</source>
        <translation>Plus d’article non lu ici.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Fermer l’avis</translation>
    </message>
</context>
<context>
    <name>NotificationRow</name>
    <message>
        <source>Not seen yet</source>
        <translation>Pas encore vu</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Go to the feed</source>
        <translation>Aller au flux</translation>
    </message>
</context>
<context>
    <name>NotificationTray</name>
    <message>
        <source>This feed could not be refreshed</source>
        <translation>Ce flux n’a pas pu être actualisé</translation>
    </message>
    <message>
        <source>This feed has a new address</source>
        <translation>Ce flux a une nouvelle adresse</translation>
    </message>
    <message>
        <source>New articles</source>
        <translation>Nouveaux articles</translation>
    </message>
    <message>
        <source>Updated article</source>
        <translation>Article mis à jour</translation>
    </message>
    <message>
        <source>Feed in trouble</source>
        <translation>Flux en difficulté</translation>
    </message>
    <message>
        <source>Feed moved</source>
        <translation>Flux déménagé</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sauvegarde</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>Close the notifications</source>
        <translation>Fermer les notifications</translation>
    </message>
    <message>
        <source>You have no notifications yet</source>
        <translation>Vous n’avez pas encore de notification</translation>
    </message>
    <message>
        <source>New articles, updates of what you have read and feeds in trouble will be told here.</source>
        <translation>Les nouveaux articles, les mises à jour de ce que vous avez lu et les flux en difficulté paraîtront ici.</translation>
    </message>
    <message>
        <source>Show earlier ones</source>
        <translation>Voir les précédentes</translation>
    </message>
</context>
<context>
    <name>OfflineDialog</name>
    <message>
        <source>Prepare for offline</source>
        <translation>Préparer la lecture hors ligne</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manque</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>What is missing, and why</source>
        <translation>Ce qui manque, et pourquoi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>{0} of {1} articles can be read with no network ({2} %).</source>
        <translation>{0} articles sur {1} se lisent sans réseau ({2}&#xa0;%).</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n texte</numerusform>
            <numerusform>%n textes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing: {0}, about {1}.</source>
        <translation>Il manque {0}, environ {1}.</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>image</translation>
    </message>
    <message>
        <source>not fetched yet</source>
        <translation>pas encore récupéré</translation>
    </message>
    <message>
        <source>Everything is on your disk.</source>
        <translation>Tout est sur votre disque.</translation>
    </message>
    <message>
        <source>You can pull the cable.</source>
        <translation>Vous pouvez débrancher le câble.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Fetch what is missing</source>
        <translation>Récupérer ce qui manque</translation>
    </message>
    <message>
        <source>Encre was started offline.</source>
        <translation>Encre a été lancé hors ligne.</translation>
    </message>
</context>
<context>
    <name>OfflineState</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} % ready offline</source>
        <translation>{0}&#xa0;% prêts hors ligne</translation>
    </message>
    <message>
        <source>Nothing kept yet</source>
        <translation>Rien de gardé pour l’instant</translation>
    </message>
    <message>
        <source>Add a feed to begin</source>
        <translation>Ajoutez un flux pour commencer</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>No network. What is ready can still be read.</source>
        <translation>Pas de réseau. Ce qui est prêt reste lisible.</translation>
    </message>
</context>
<context>
    <name>OptionsPanel</name>
    <message>
        <source>Display options</source>
        <translation>Options d’affichage</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Subscriber articles</source>
        <translation>Articles abonnés</translation>
    </message>
    <message>
        <source>News</source>
        <translation>Actualités</translation>
    </message>
    <message>
        <source>Read articles</source>
        <translation>Articles lus</translation>
    </message>
    <message>
        <source>Articles not ready offline</source>
        <translation>Articles pas encore prêts hors ligne</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Confortable</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compacte</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Cartes</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Densité</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Grouper par</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Flux</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Rubrique</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Les plus récents d’abord</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Les plus anciens d’abord</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Les plus longs d’abord</translation>
    </message>
    <message>
        <source>Shortest first</source>
        <translation>Les plus courts d’abord</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Rubriques</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Flux</translation>
    </message>
</context>
<context>
    <name>OwnThemes</name>
    <message>
        <source>The themes folder cannot be used: {0}.</source>
        <translation>Le dossier des thèmes est inutilisable&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>The theme could not be saved: {0}.</source>
        <translation>Le thème n’a pas pu être enregistré&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>Import a theme</source>
        <translation>Importer un thème</translation>
    </message>
    <message>
        <source>Themes (*.toml)</source>
        <translation>Thèmes (*.toml)</translation>
    </message>
    <message>
        <source>Export this theme</source>
        <translation>Exporter ce thème</translation>
    </message>
    <message>
        <source>The theme is in {0}.</source>
        <translation>Le thème est dans {0}.</translation>
    </message>
</context>
<context>
    <name>PaneTools</name>
    <message>
        <source>Tools of the article</source>
        <translation>Outils de l’article</translation>
    </message>
    <message>
        <source>Remove the star (S)</source>
        <translation>Retirer l’étoile (S)</translation>
    </message>
    <message>
        <source>Keep with a star (S)</source>
        <translation>Garder avec une étoile (S)</translation>
    </message>
    <message>
        <source>Mark as unread (M)</source>
        <translation>Marquer comme non lu (M)</translation>
    </message>
    <message>
        <source>Mark as read (M)</source>
        <translation>Marquer comme lu (M)</translation>
    </message>
    <message>
        <source>Versions of this article</source>
        <translation>Versions de cet article</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>Intertitres</translation>
    </message>
    <message>
        <source>Find in the article (Ctrl+F)</source>
        <translation>Rechercher dans l’article (Ctrl+F)</translation>
    </message>
    <message>
        <source>Typography</source>
        <translation>Typographie</translation>
    </message>
    <message>
        <source>Read aloud (L)</source>
        <translation>Lire à voix haute (L)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>{0} is worn; it no longer changes by itself.</source>
        <translation>{0} est en place&#x202f;; il ne change plus de lui-même.</translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>{0}, opens in the browser</source>
        <translation>{0}, s’ouvre dans le navigateur</translation>
    </message>
    <message>
        <source>This picture cannot be read.</source>
        <translation>Cette image est illisible.</translation>
    </message>
    <message>
        <source>Its file is gone. The next repair fetches it again.</source>
        <translation>Son fichier a disparu. La prochaine réparation la rapportera.</translation>
    </message>
    <message>
        <source>Not fetched yet. It comes with the next refresh.</source>
        <translation>Pas encore reçue. Elle viendra à la prochaine actualisation.</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>Une image</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0}&#xa0;min</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>MàJ</translation>
    </message>
    <message>
        <source>Subscriber</source>
        <translation>Abonné</translation>
    </message>
    <message>
        <source>Teaser</source>
        <translation>Extrait</translation>
    </message>
    <message>
        <source>By {0}</source>
        <translation>Par {0}</translation>
    </message>
    <message>
        <source>Published {0}</source>
        <translation>Publié le {0}</translation>
    </message>
    <message>
        <source>modified {0}</source>
        <translation>modifié le {0}</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Mise à jour</translation>
    </message>
    <message>
        <source>also in {0}</source>
        <translation>aussi dans {0}</translation>
    </message>
    <message>
        <source>Changed since you read it</source>
        <translation>Modifié depuis votre lecture</translation>
    </message>
    <message>
        <source>See what changed</source>
        <translation>Voir ce qui a changé</translation>
    </message>
    <message>
        <source>Only the beginning of this article is here.</source>
        <translation>Seul le début de cet article est ici.</translation>
    </message>
    <message>
        <source>The publisher keeps the rest for subscribers. If you are one, Encre can fetch it with your access.</source>
        <translation>L’éditeur réserve la suite à ses abonnés. Si vous en êtes, Encre peut la chercher avec votre accès.</translation>
    </message>
    <message>
        <source>Add your access</source>
        <translation>Ajouter votre accès</translation>
    </message>
    <message>
        <source>A clean-up has taken the text of this article.</source>
        <translation>Un ménage a enlevé le texte de cet article.</translation>
    </message>
    <message>
        <source>Its headline and your marks are kept. Its publisher may still have it.</source>
        <translation>Son titre et vos marques restent. Son éditeur l’a peut-être encore.</translation>
    </message>
    <message>
        <source>Open it in the browser</source>
        <translation>L’ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Pièces jointes</translation>
    </message>
    <message>
        <source>Open the link in the browser</source>
        <translation>Ouvrir le lien dans le navigateur</translation>
    </message>
    <message>
        <source>Copy the link’s address</source>
        <translation>Copier l’adresse du lien</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Note {0}</source>
        <translation>Note {0}</translation>
    </message>
    <message>
        <source>Go to the note</source>
        <translation>Aller à la note</translation>
    </message>
    <message>
        <source>Open the table on a sheet of its own</source>
        <translation>Ouvrir le tableau sur sa propre feuille</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Copier le code</translation>
    </message>
    <message>
        <source>{0} min left</source>
        <translation>encore {0}&#xa0;min</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Select some words first.</source>
        <translation>Sélectionnez d’abord quelques mots.</translation>
    </message>
    <message>
        <source>Copied as Markdown.</source>
        <translation>Copié en Markdown.</translation>
    </message>
    <message>
        <source>Copied with its source.</source>
        <translation>Copié avec sa source.</translation>
    </message>
    <message>
        <source>This article has no address on the web.</source>
        <translation>Cet article n’a pas d’adresse sur le web.</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Lien copié.</translation>
    </message>
    <message>
        <source>This article has no headings.</source>
        <translation>Cet article n’a pas d’intertitres.</translation>
    </message>
    <message>
        <source>Picture: {0}</source>
        <translation>Image&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>New rule</source>
        <translation>Nouvelle règle</translation>
    </message>
    <message>
        <source>Change the rule</source>
        <translation>Modifier la règle</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>RuleErrands</name>
    <message numerus="yes">
        <source>“{0}” caught %n article(s).</source>
        <translation>
            <numerusform>«&#xa0;{0}&#xa0;» a pris&#x202f;%n article.</numerusform>
            <numerusform>«&#xa0;{0}&#xa0;» a pris&#x202f;%n articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleFields</name>
    <message>
        <source>football, world cup, elect*</source>
        <translation>football, coupe du monde, élect*</translation>
    </message>
    <message>
        <source>Words or phrases, separated by commas. Accents and capitals make no difference.</source>
        <translation>Mots ou expressions, séparés par des virgules. Accents et majuscules ne changent rien.</translation>
    </message>
    <message>
        <source>Anywhere in the article</source>
        <translation>Partout dans l’article</translation>
    </message>
    <message>
        <source>In the headline only</source>
        <translation>Dans le titre seulement</translation>
    </message>
    <message>
        <source>A regular expression. It is searched in the text without accents.</source>
        <translation>Une expression régulière. Elle est cherchée dans le texte sans accents.</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Mots</translation>
    </message>
    <message>
        <source>B&amp;ut not</source>
        <translation>Ma&amp;is sans</translation>
    </message>
    <message>
        <source>Wher&amp;e</source>
        <translation>&amp;Où</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>&amp;Auteur</translation>
    </message>
    <message>
        <source>&amp;Section</source>
        <translation>&amp;Rubrique</translation>
    </message>
    <message>
        <source>&amp;Feeds</source>
        <translation>&amp;Flux</translation>
    </message>
    <message>
        <source>E&amp;xpression</source>
        <translation>E&amp;xpression</translation>
    </message>
    <message>
        <source>&amp;Then</source>
        <translation>A&amp;lors</translation>
    </message>
    <message>
        <source>How &amp;long</source>
        <translation>&amp;Durée</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
</context>
<context>
    <name>RuleList</name>
    <message>
        <source>Rules act on what comes in and on what is here. Nothing is deleted, and all of it can be undone.</source>
        <translation>Les règles agissent sur ce qui arrive et sur ce qui est là. Rien n’est effacé, et tout peut être défait.</translation>
    </message>
    <message>
        <source>No rule yet</source>
        <translation>Pas encore de règle</translation>
    </message>
    <message>
        <source>A rule hides, marks as read or stars what has certain words, or comes from an author or a section.</source>
        <translation>Une règle masque, marque comme lu ou met en favori ce qui contient certains mots, ou vient d’un auteur ou d’une rubrique.</translation>
    </message>
    <message>
        <source>New rule…</source>
        <translation>Nouvelle règle…</translation>
    </message>
    <message numerus="yes">
        <source>Show the %n hidden article(s)</source>
        <translation>
            <numerusform>Voir l’article masqué</numerusform>
            <numerusform>Voir les&#x202f;%n articles masqués</numerusform>
        </translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
</context>
<context>
    <name>RulePreview</name>
    <message>
        <source>Articles that this rule would catch</source>
        <translation>Articles que cette règle prendrait</translation>
    </message>
    <message>
        <source>This expression takes too long to search for. Try one with fewer repetitions in it.</source>
        <translation>Cette expression est trop longue à chercher. Essayez-en une avec moins de répétitions.</translation>
    </message>
    <message>
        <source>What it would catch</source>
        <translation>Ce qu’elle prendrait</translation>
    </message>
    <message>
        <source>Say what to look for, and the articles are shown here.</source>
        <translation>Dites ce qu’il faut chercher, et les articles se montrent ici.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) would be caught</source>
        <translation>
            <numerusform>%n article serait pris</numerusform>
            <numerusform>%n articles seraient pris</numerusform>
        </translation>
    </message>
    <message>
        <source>of all {0} articles</source>
        <translation>sur {0} articles en tout</translation>
    </message>
    <message>
        <source>of the last {0} articles</source>
        <translation>sur les {0} derniers articles</translation>
    </message>
    <message>
        <source>That is more than half of what comes in.</source>
        <translation>C’est plus de la moitié de ce qui arrive.</translation>
    </message>
</context>
<context>
    <name>RuleRow</name>
    <message>
        <source>{0}: on or off</source>
        <translation>{0}&#xa0;: active ou non</translation>
    </message>
    <message>
        <source>What it hides comes back while it is off.</source>
        <translation>Ce qu’elle masque revient tant qu’elle est inactive.</translation>
    </message>
    <message>
        <source>Show its articles</source>
        <translation>Voir ses articles</translation>
    </message>
    <message>
        <source>Change “{0}”</source>
        <translation>Modifier «&#xa0;{0}&#xa0;»</translation>
    </message>
    <message>
        <source>Remove “{0}”</source>
        <translation>Supprimer «&#xa0;{0}&#xa0;»</translation>
    </message>
    <message>
        <source>Stopped: its expression takes too long. Change it, or try it again.</source>
        <translation>Arrêtée&#xa0;: son expression est trop longue à chercher. Modifiez-la, ou réessayez.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) caught</source>
        <translation>
            <numerusform>%n article pris</numerusform>
            <numerusform>%n articles pris</numerusform>
        </translation>
    </message>
    <message>
        <source>(looking through the library: {0} %)</source>
        <translation>(parcourt la bibliothèque&#xa0;: {0}&#x202f;%)</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Inactive</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>“{0}”</source>
        <translation>«&#xa0;{0}&#xa0;»</translation>
    </message>
    <message>
        <source>Hide from the lists</source>
        <translation>Masquer dans les listes</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marquer comme lu</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Mettre en favori</translation>
    </message>
    <message>
        <source>Collect in a smart feed</source>
        <translation>Réunir dans un flux intelligent</translation>
    </message>
    <message>
        <source>They are kept whole, count nowhere and bring no notice. Search for is:muted, or open “Muted”.</source>
        <translation>Ils sont gardés entiers, ne comptent nulle part et n’annoncent rien. Cherchez est:masqué, ou ouvrez «&#xa0;Masqués&#xa0;».</translation>
    </message>
    <message>
        <source>They stay in the lists, and bring no notice.</source>
        <translation>Ils restent dans les listes, et n’annoncent rien.</translation>
    </message>
    <message>
        <source>They are kept under “Starred”.</source>
        <translation>Ils sont gardés dans «&#xa0;Favoris&#xa0;».</translation>
    </message>
    <message>
        <source>They are shown together in the sidebar, under this name.</source>
        <translation>Ils sont montrés ensemble dans la barre latérale, sous ce nom.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>expression {0}</source>
        <translation>expression {0}</translation>
    </message>
    <message>
        <source>without {0}</source>
        <translation>sans {0}</translation>
    </message>
    <message>
        <source>in the headline</source>
        <translation>dans le titre</translation>
    </message>
    <message>
        <source>by {0}</source>
        <translation>de {0}</translation>
    </message>
    <message>
        <source>section {0}</source>
        <translation>rubrique {0}</translation>
    </message>
    <message>
        <source>a feed that was left</source>
        <translation>un flux quitté</translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation>dans {0}</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>ended on {0}</source>
        <translation>terminée le {0}</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>jusqu’au {0}</translation>
    </message>
    <message>
        <source>This rule has ended, and what it hid is back: {0}.</source>
        <translation>Cette règle a pris fin, et ce qu’elle masquait est de retour&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>“{0}” is removed; what it hid is back.</source>
        <translation>«&#xa0;{0}&#xa0;» est supprimée&#x202f;; ce qu’elle masquait est de retour.</translation>
    </message>
    <message>
        <source>Words in “{0}”…</source>
        <translation>Des mots dans «&#xa0;{0}&#xa0;»…</translation>
    </message>
    <message>
        <source>The section “{0}” of this feed…</source>
        <translation>La rubrique «&#xa0;{0}&#xa0;» de ce flux…</translation>
    </message>
    <message>
        <source>What {0} writes…</source>
        <translation>Ce qu’écrit {0}…</translation>
    </message>
    <message>
        <source>Hidden by “{0}”: change this rule…</source>
        <translation>Masqué par «&#xa0;{0}&#xa0;»&#xa0;: modifier cette règle…</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search all articles</source>
        <translation>Rechercher dans tous les articles</translation>
    </message>
    <message>
        <source>What one can search for</source>
        <translation>Ce qu’on peut chercher</translation>
    </message>
    <message>
        <source>What one can search for (Alt+Down)</source>
        <translation>Ce qu’on peut chercher (Alt+Bas)</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Enregistrer cette recherche</translation>
    </message>
    <message>
        <source>Save this search (Ctrl+Enter)</source>
        <translation>Enregistrer cette recherche (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>Forget these searches</source>
        <translation>Oublier ces recherches</translation>
    </message>
    <message>
        <source>in the headline</source>
        <translation>dans le titre</translation>
    </message>
    <message>
        <source>by this author</source>
        <translation>de cet auteur</translation>
    </message>
    <message>
        <source>from feeds of this name</source>
        <translation>des flux de ce nom</translation>
    </message>
    <message>
        <source>in this section</source>
        <translation>dans cette rubrique</translation>
    </message>
    <message>
        <source>with this tag</source>
        <translation>avec ce mot-clé</translation>
    </message>
    <message>
        <source>of the last seven days; or a date: 2026-03-14</source>
        <translation>des sept derniers jours&#x202f;; ou une date&#xa0;: 2026-03-14</translation>
    </message>
    <message>
        <source>older than this date</source>
        <translation>plus ancien que cette date</translation>
    </message>
    <message>
        <source>unread; also: read, starred, updated, subscriber, ready</source>
        <translation>non lu&#x202f;; aussi&#xa0;: lu, favori, maj, abonné, prêt</translation>
    </message>
    <message>
        <source>with pictures</source>
        <translation>avec des images</translation>
    </message>
    <message>
        <source>in this language</source>
        <translation>dans cette langue</translation>
    </message>
    <message>
        <source>ten minutes or longer; max: for shorter ones</source>
        <translation>dix minutes ou plus&#x202f;; max&#xa0;: pour les plus courts</translation>
    </message>
    <message>
        <source>these words one after the other</source>
        <translation>ces mots l’un après l’autre</translation>
    </message>
    <message>
        <source>without the word that follows</source>
        <translation>sans le mot qui suit</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>As it came</source>
        <translation>Remettre la valeur d’origine</translation>
    </message>
    <message>
        <source>{0}: as it came</source>
        <translation>{0}&#xa0;: remettre la valeur d’origine</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>List and Home</source>
        <translation>Liste et accueil</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualisation</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Divers</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Chercher un réglage</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>Groupes de réglages</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Aucun réglage ne contient ces mots.</translation>
    </message>
    <message>
        <source>This could not be saved: is the disk full or the folder read-only?</source>
        <translation>L’enregistrement a échoué&#xa0;: disque plein ou dossier en lecture seule&#x202f;?</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvés</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Chercher un raccourci</translation>
    </message>
    <message>
        <source>No action has these words.</source>
        <translation>Aucune action ne contient ces mots.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Filter feeds</source>
        <translation>Filtrer les flux</translation>
    </message>
    <message>
        <source>More about feeds</source>
        <translation>Plus sur les flux</translation>
    </message>
    <message>
        <source>Change the search</source>
        <translation>Changer la recherche</translation>
    </message>
    <message>
        <source>What “{0}” looks for</source>
        <translation>Ce que cherche «&#xa0;{0}&#xa0;»</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>Nom du dossier</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Tout marquer comme lu</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Change the search…</source>
        <translation>Changer la recherche…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Unsubscribe from all of it</source>
        <translation>Se désabonner de tout le dossier</translation>
    </message>
    <message>
        <source>Take it from all articles</source>
        <translation>Retirer de tous les articles</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Feed settings…</source>
        <translation>Réglages du flux…</translation>
    </message>
    <message>
        <source>Unsubscribe</source>
        <translation>Se désabonner</translation>
    </message>
    <message>
        <source>Hide read feeds</source>
        <translation>Masquer les flux lus</translation>
    </message>
    <message>
        <source>Open all folders</source>
        <translation>Ouvrir tous les dossiers</translation>
    </message>
    <message>
        <source>Fold all folders</source>
        <translation>Fermer tous les dossiers</translation>
    </message>
    <message>
        <source>Add a feed…</source>
        <translation>Ajouter un flux…</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Déplacer vers</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Aucun dossier</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Nouveau dossier…</translation>
    </message>
    <message>
        <source>Smart feeds</source>
        <translation>Flux intelligents</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Mots-clés</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Flux</translation>
    </message>
</context>
<context>
    <name>SmartFeeds</name>
    <message>
        <source>The search is saved in the sidebar.</source>
        <translation>La recherche est gardée dans la barre latérale.</translation>
    </message>
    <message>
        <source>“{0}” is removed; its articles stay.</source>
        <translation>«&#xa0;{0}&#xa0;» est retiré&#x202f;; ses articles restent.</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>Statistics</source>
        <translation>Statistiques</translation>
    </message>
    <message>
        <source>Which feeds</source>
        <translation>Quels flux</translation>
    </message>
    <message>
        <source>All feeds</source>
        <translation>Tous les flux</translation>
    </message>
    <message>
        <source>Silent for three months</source>
        <translation>Silencieux depuis trois mois</translation>
    </message>
    <message>
        <source>In trouble</source>
        <translation>En difficulté</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Flux</translation>
    </message>
    <message>
        <source>Feeds and their figures</source>
        <translation>Les flux et leurs chiffres</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Flux</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>Par semaine</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lus</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Dernier</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>The last {0} days: {1}.</source>
        <translation>Les {0} derniers jours&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>articles kept</source>
        <translation>articles gardés</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>non lus</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>favoris</translation>
    </message>
    <message>
        <source>of pictures</source>
        <translation>d’images</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
</context>
<context>
    <name>Swipes</name>
    <message>
        <source>Unread</source>
        <translation>Non lu</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lu</translation>
    </message>
    <message>
        <source>Unstar</source>
        <translation>Sans étoile</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Étoile</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiver</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Navigateur</translation>
    </message>
</context>
<context>
    <name>TableSheet</name>
    <message>
        <source>Copy as text</source>
        <translation>Copier en texte</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Copier en Markdown</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Table: {0} rows, {1} columns</source>
        <translation>Tableau&#xa0;: {0} lignes, {1} colonnes</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Tags</source>
        <translation>Mots-clés</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n article(s)</source>
        <translation>
            <numerusform>Mots-clés de %n article</numerusform>
            <numerusform>Mots-clés de %n articles</numerusform>
        </translation>
    </message>
    <message>
        <source>Find or write a tag</source>
        <translation>Trouver ou écrire un mot-clé</translation>
    </message>
</context>
<context>
    <name>ThemeChooser</name>
    <message>
        <source>Themes</source>
        <translation>Thèmes</translation>
    </message>
    <message>
        <source>Edit this theme…</source>
        <translation>Modifier ce thème…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
</context>
<context>
    <name>ThemeEditor</name>
    <message>
        <source>Lightness</source>
        <translation>Clarté</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensité</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>Teinte</translation>
    </message>
    <message>
        <source>Colour as #rrggbb</source>
        <translation>Couleur en #rrvvbb</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Theme editor</source>
        <translation>Éditeur de thème</translation>
    </message>
    <message>
        <source>Name of the theme</source>
        <translation>Nom du thème</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Shapes and letters</source>
        <translation>Formes et lettres</translation>
    </message>
    <message>
        <source>Colours of the theme</source>
        <translation>Couleurs du thème</translation>
    </message>
    <message>
        <source>Derive it</source>
        <translation>Déduire</translation>
    </message>
    <message>
        <source>Give this colour back to the theme: it follows from the others</source>
        <translation>Rendre cette couleur au thème&#xa0;: elle découle des autres</translation>
    </message>
    <message>
        <source>The theme in small</source>
        <translation>Le thème en petit</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>Là où elle se pose</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Make legible</source>
        <translation>Rendre lisible</translation>
    </message>
    <message>
        <source>Move the colours that cannot be read, as little as possible</source>
        <translation>Déplacer, le moins possible, les couleurs illisibles</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>déduite</translation>
    </message>
    <message>
        <source>Every pair can be read.</source>
        <translation>Tout est lisible.</translation>
    </message>
    <message>
        <source>{0} cannot be read.</source>
        <translation>{0} est illisible.</translation>
    </message>
    <message>
        <source>Surfaces</source>
        <translation>Surfaces</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Accent</source>
        <translation>Accent</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Barre latérale</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Signaux</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>Coins</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Traits</translation>
    </message>
    <message>
        <source>Corners of badges</source>
        <translation>Coins des étiquettes</translation>
    </message>
    <message>
        <source>Bar of quotations</source>
        <translation>Barre des citations</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>Citations</translation>
    </message>
    <message>
        <source>Days in the list</source>
        <translation>Jours dans la liste</translation>
    </message>
    <message>
        <source>Unread mark</source>
        <translation>Marque des non-lus</translation>
    </message>
    <message>
        <source>Typeface of articles</source>
        <translation>Caractère des articles</translation>
    </message>
    <message>
        <source>Weight of headlines</source>
        <translation>Graisse des titres</translation>
    </message>
    <message>
        <source>Weight of the chosen line</source>
        <translation>Graisse de la ligne choisie</translation>
    </message>
    <message>
        <source>Typeface of labels</source>
        <translation>Caractère des rubriques</translation>
    </message>
    <message>
        <source>Weight of labels</source>
        <translation>Graisse des rubriques</translation>
    </message>
    <message>
        <source>Labels in capitals</source>
        <translation>Rubriques en capitales</translation>
    </message>
    <message>
        <source>Kickers in italics</source>
        <translation>Accroches en italique</translation>
    </message>
    <message>
        <source>Density of the list</source>
        <translation>Densité de la liste</translation>
    </message>
    <message>
        <source>a bar</source>
        <translation>une barre</translation>
    </message>
    <message>
        <source>a card</source>
        <translation>une carte</translation>
    </message>
    <message>
        <source>two lines</source>
        <translation>deux traits</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>simples</translation>
    </message>
    <message>
        <source>over a rule</source>
        <translation>sur un filet</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>inversés</translation>
    </message>
    <message>
        <source>in italics</source>
        <translation>en italique</translation>
    </message>
    <message>
        <source>a dot</source>
        <translation>un point</translation>
    </message>
    <message>
        <source>half a circle</source>
        <translation>un demi-cercle</translation>
    </message>
    <message>
        <source>a square</source>
        <translation>un carré</translation>
    </message>
    <message>
        <source>comfortable</source>
        <translation>confortable</translation>
    </message>
    <message>
        <source>compact</source>
        <translation>compacte</translation>
    </message>
    <message>
        <source>protanopia</source>
        <translation>protanopie</translation>
    </message>
    <message>
        <source>deuteranopia</source>
        <translation>deutéranopie</translation>
    </message>
    <message>
        <source>tritanopia</source>
        <translation>tritanopie</translation>
    </message>
</context>
<context>
    <name>ThemeMenu</name>
    <message>
        <source>Themes</source>
        <translation>Thèmes</translation>
    </message>
    <message>
        <source>Light or dark as the system</source>
        <translation>Clair ou sombre comme le système</translation>
    </message>
    <message>
        <source>Light or dark by the hour</source>
        <translation>Clair ou sombre selon l’heure</translation>
    </message>
    <message>
        <source>Edit this theme…</source>
        <translation>Modifier ce thème…</translation>
    </message>
    <message>
        <source>Import a theme…</source>
        <translation>Importer un thème…</translation>
    </message>
    <message>
        <source>Export this theme…</source>
        <translation>Exporter ce thème…</translation>
    </message>
    <message>
        <source>Open the themes folder</source>
        <translation>Ouvrir le dossier des thèmes</translation>
    </message>
</context>
<context>
    <name>TidyingCommands</name>
    <message numerus="yes">
        <source>%n article(s) archived.</source>
        <translation>
            <numerusform>%n article archivé.</numerusform>
            <numerusform>%n articles archivés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) taken back.</source>
        <translation>
            <numerusform>%n article repris.</numerusform>
            <numerusform>%n articles repris.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) deleted.</source>
        <translation>
            <numerusform>%n article supprimé.</numerusform>
            <numerusform>%n articles supprimés.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Themes</source>
        <translation>Thèmes</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menu (F10)</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Enregistrer cette recherche</translation>
    </message>
    <message>
        <source>Keep this search in the sidebar, with its count</source>
        <translation>Garder cette recherche dans la barre latérale, avec son nombre</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n new notification(s)</source>
        <translation>
            <numerusform>%n nouvelle notification</numerusform>
            <numerusform>%n nouvelles notifications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>Show or hide Encre</source>
        <translation>Afficher ou masquer Encre</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Tout marquer comme lu</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Refreshing…</source>
        <translation>Actualisation…</translation>
    </message>
    <message>
        <source>Encre</source>
        <translation>Encre</translation>
    </message>
    <message>
        <source>{0} unread</source>
        <translation>{0} non lus</translation>
    </message>
    <message>
        <source>refreshing</source>
        <translation>actualisation</translation>
    </message>
</context>
<context>
    <name>Typography</name>
    <message>
        <source>with serifs</source>
        <translation>avec empattements</translation>
    </message>
    <message>
        <source>without serifs</source>
        <translation>sans empattements</translation>
    </message>
    <message>
        <source>for easier reading</source>
        <translation>pour une lecture plus facile</translation>
    </message>
    <message>
        <source>Typography</source>
        <translation>Typographie</translation>
    </message>
    <message>
        <source>Justified lines</source>
        <translation>Lignes justifiées</translation>
    </message>
    <message>
        <source>Hyphens at the end of lines</source>
        <translation>Césures en fin de ligne</translation>
    </message>
    <message>
        <source>Pictures dimmed in dark themes</source>
        <translation>Images adoucies dans les thèmes sombres</translation>
    </message>
    <message>
        <source>As Encre came</source>
        <translation>Réglages d’origine</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Line length</source>
        <translation>Longueur de ligne</translation>
    </message>
    <message>
        <source>{0} characters</source>
        <translation>{0} signes</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>Interligne</translation>
    </message>
</context>
<context>
    <name>UntilBox</name>
    <message>
        <source>How long</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>Toujours</translation>
    </message>
    <message>
        <source>For a day</source>
        <translation>Un jour</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>Une semaine</translation>
    </message>
    <message>
        <source>For a month</source>
        <translation>Un mois</translation>
    </message>
    <message>
        <source>Until the end of…</source>
        <translation>Jusqu’à la fin du…</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>Le dernier jour</translation>
    </message>
</context>
<context>
    <name>VersionsBar</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n changement</numerusform>
            <numerusform>%n changements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Tous les articles</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Non lus</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Favoris</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Mis à jour</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archives</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Masqués</translation>
    </message>
    <message>
        <source>Subscriber</source>
        <translation>Abonné</translation>
    </message>
    <message>
        <source>Search: {0}</source>
        <translation>Recherche&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Flux</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to Encre</source>
        <translation>Bienvenue dans Encre</translation>
    </message>
    <message>
        <source>Encre</source>
        <translation>Encre</translation>
    </message>
    <message>
        <source>The articles you choose, kept whole on your own disk, to read anywhere.</source>
        <translation>Les articles que vous choisissez, gardés entiers sur votre disque, à lire partout.</translation>
    </message>
    <message>
        <source>Read the welcome articles</source>
        <translation>Lire les articles de bienvenue</translation>
    </message>
    <message>
        <source>Import subscriptions (OPML)…</source>
        <translation>Importer des abonnements (OPML)…</translation>
    </message>
    <message>
        <source>Add an address…</source>
        <translation>Ajouter une adresse…</translation>
    </message>
    <message>
        <source>They are on your disk already: no network is needed.</source>
        <translation>Ils sont déjà sur votre disque&#xa0;: aucun réseau n’est nécessaire.</translation>
    </message>
    <message>
        <source>Encre’s language</source>
        <translation>Langue d’Encre</translation>
    </message>
    <message>
        <source>The system’s language</source>
        <translation>La langue du système</translation>
    </message>
    <message>
        <source>Or begin with well-known feeds</source>
        <translation>Ou commencer par des flux connus</translation>
    </message>
    <message numerus="yes">
        <source>Follow %n feed(s)</source>
        <translation>
            <numerusform>Suivre %n flux</numerusform>
            <numerusform>Suivre %n flux</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow them</source>
        <translation>Les suivre</translation>
    </message>
</context>
<context>
    <name>Wiring</name>
    <message>
        <source>These words are not in the present version of the article.</source>
        <translation>Ces mots ne sont pas dans la version présente de l’article.</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n versions</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more columns: open the whole table</source>
        <translation>
            <numerusform>%n colonne de plus&#xa0;: ouvrir le tableau entier</numerusform>
            <numerusform>%n colonnes de plus&#xa0;: ouvrir le tableau entier</numerusform>
        </translation>
    </message>
</context>
</TS>
