<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
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
        <source>Read or unread</source>
        <translation>Lu ou non lu</translation>
    </message>
    <message>
        <source>Star or unstar</source>
        <translation>Ajouter ou retirer l’étoile</translation>
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
        <source>Search all articles</source>
        <translation>Chercher dans tous les articles</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
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
        <source>Encre met an unexpected error; the log holds it. Your library is safe.</source>
        <translation>Encre a rencontré une erreur inattendue&#x202f;; le journal en garde la trace. Votre bibliothèque est intacte.</translation>
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
    <message>
        <source>All of it was read already.</source>
        <translation>Tout était déjà lu.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Il n’y a rien à annuler.</translation>
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
        <source>Undone: import of {0} feeds.</source>
        <translation>Annulé&#xa0;: import de {0} flux.</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Annulé.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
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
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search all articles</source>
        <translation>Rechercher dans tous les articles</translation>
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
</TS>
