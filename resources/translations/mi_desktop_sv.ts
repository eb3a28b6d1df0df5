<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_SE" sourcelanguage="en">
  <context>
    <name>words</name>
    <message>
      <source>The catalogue has no {kind} {key}.</source>
      <translation>Katalogen har ingen {kind} {key}.</translation>
    </message>
    <message>
      <source>Ask an administrator to add it.</source>
      <translation>Be en administratör att lägga till den.</translation>
    </message>
    <message>
      <source>The reference file {file} cannot be used: {reason}.</source>
      <translation>Referensfilen {file} kan inte användas: {reason}.</translation>
    </message>
    <message>
      <source>Correct the file and load it again; the catalogue in use is unchanged.</source>
      <translation>Rätta filen och läs in den igen; katalogen som används är oförändrad.</translation>
    </message>
    <message>
      <source>The calendar {calendar} has no holidays for {year}.</source>
      <translation>Kalendern {calendar} har inga helgdagar för {year}.</translation>
    </message>
    <message>
      <source>Ask an administrator to enter a newer calendar for the site.</source>
      <translation>Be en administratör lägga in en nyare kalender för kontoret.</translation>
    </message>
    <message>
      <source>A calendar needs its holidays; none was given.</source>
      <translation>En kalender behöver sina helgdagar; ingen angavs.</translation>
    </message>
    <message>
      <source>Give every holiday of whole years.</source>
      <translation>Ange alla helgdagar för hela år.</translation>
    </message>
    <message>
      <source>Line {line} of the list is no day: “{text}”.</source>
      <translation>Rad {line} i listan är ingen dag: ”{text}”.</translation>
    </message>
    <message>
      <source>Write a day a line, as 2027-06-25. No calendar was entered.</source>
      <translation>Skriv en dag per rad, som 2027-06-25. Ingen kalender lades in.</translation>
    </message>
    <message>
      <source>Trying the program out</source>
      <translation>Prövar programmet</translation>
    </message>
    <message>
      <source>letters signed</source>
      <translation>brev signerade</translation>
    </message>
    <message>
      <source>{reference} is {state}; only a signed letter that has not gone out can be sent.</source>
      <translation>{reference} är {state}; bara ett signerat brev som inte har gått ut kan skickas.</translation>
    </message>
    <message>
      <source>Have the letter approved and signed first.</source>
      <translation>Låt brevet godkännas och signeras först.</translation>
    </message>
    <message>
      <source>{reference} is on its way already: {where}.</source>
      <translation>{reference} är redan på väg: {where}.</translation>
    </message>
    <message>
      <source>Finish that one, or take the letter out of it first.</source>
      <translation>Gör klart den först, eller ta ut brevet ur den.</translation>
    </message>
    <message>
      <source>The kept file of {reference} is not the one that was signed; it was not sent.</source>
      <translation>Den sparade filen för {reference} är inte den som signerades; den skickades inte.</translation>
    </message>
    <message>
      <source>Restore the office from a backup, or have the letter approved again.</source>
      <translation>Återställ kontoret från en säkerhetskopia, eller låt brevet godkännas igen.</translation>
    </message>
    <message>
      <source>There is no such print batch, or the letter is not in it.</source>
      <translation>Det finns ingen sådan utskriftsbunt, eller så är brevet inte med i den.</translation>
    </message>
    <message>
      <source>Look at the list of batches again.</source>
      <translation>Titta på listan över buntar igen.</translation>
    </message>
    <message>
      <source>The batch {number} is {state}; this step is not open to it.</source>
      <translation>Bunten {number} är {state}; det här steget går inte att göra nu.</translation>
    </message>
    <message>
      <source>A batch is printed first, then each letter ticked off, then it is posted.</source>
      <translation>En bunt skrivs ut först, sedan prickas varje brev av, sedan postas den.</translation>
    </message>
    <message>
      <source>{count} letters of {number} are not ticked off.</source>
      <translation>{count} brev i {number} är inte avprickade.</translation>
    </message>
    <message>
      <source>Tick each letter that lies in its envelope; take out those that do not go.</source>
      <translation>Pricka av varje brev som ligger i sitt kuvert; ta ut dem som inte ska skickas.</translation>
    </message>
    <message>
      <source>{reference} was changed and signed anew after it was printed.</source>
      <translation>{reference} ändrades och signerades på nytt efter utskriften.</translation>
    </message>
    <message>
      <source>Take it out of the batch, throw the old sheets away, and print it anew.</source>
      <translation>Ta ut det ur bunten, släng de gamla arken och skriv ut det på nytt.</translation>
    </message>
    <message>
      <source>No letter was chosen.</source>
      <translation>Inget brev är valt.</translation>
    </message>
    <message>
      <source>Choose at least one signed letter.</source>
      <translation>Välj minst ett signerat brev.</translation>
    </message>
    <message>
      <source>This machine has no print system: the program {program} is missing.</source>
      <translation>Datorn har inget utskriftssystem: programmet {program} saknas.</translation>
    </message>
    <message>
      <source>Install the CUPS client, or make PDF files instead of printing.</source>
      <translation>Installera CUPS-klienten, eller gör PDF-filer i stället för att skriva ut.</translation>
    </message>
    <message>
      <source>The printer {printer} is not there: it was removed, or the print system does not run.</source>
      <translation>Skrivaren {printer} finns inte: den är borttagen, eller så är utskriftssystemet inte igång.</translation>
    </message>
    <message>
      <source>Choose another printer, or make PDF files.</source>
      <translation>Välj en annan skrivare, eller gör PDF-filer.</translation>
    </message>
    <message>
      <source>The printer {printer} is stopped: {said}</source>
      <translation>Skrivaren {printer} är stoppad: {said}</translation>
    </message>
    <message>
      <source>See to the printer and start its queue, or choose another printer.</source>
      <translation>Se till skrivaren och starta dess kö, eller välj en annan skrivare.</translation>
    </message>
    <message>
      <source>The printer {printer} did not take the letters: {said}</source>
      <translation>Skrivaren {printer} tog inte emot breven: {said}</translation>
    </message>
    <message>
      <source>See to the printer, then print the batch again.</source>
      <translation>Se till skrivaren och skriv sedan ut bunten igen.</translation>
    </message>
    <message>
      <source>The PDF files could not be written: {said}.</source>
      <translation>PDF-filerna kunde inte skrivas: {said}.</translation>
    </message>
    <message>
      <source>Free some space or ask for write permission, then print the batch again.</source>
      <translation>Frigör utrymme eller be om skrivbehörighet, och skriv sedan ut bunten igen.</translation>
    </message>
    <message>
      <source>There is no such e-mail in the queue.</source>
      <translation>Det finns inget sådant e-brev i kön.</translation>
    </message>
    <message>
      <source>Look at the list of e-mails again.</source>
      <translation>Titta på listan över e-brev igen.</translation>
    </message>
    <message>
      <source>The e-mail of {reference} is {state}; only a refused one is tried again by hand.</source>
      <translation>E-brevet med {reference} är {state}; bara ett avvisat skickas om för hand.</translation>
    </message>
    <message>
      <source>Waiting e-mails are tried again by themselves.</source>
      <translation>E-brev som väntar försöks igen av sig själva.</translation>
    </message>
    <message>
      <source>{reference} has no e-mail address that can be used.</source>
      <translation>{reference} har ingen e-postadress som går att använda.</translation>
    </message>
    <message>
      <source>Send it by post, or correct the address and have the letter approved again.</source>
      <translation>Skicka det med post, eller rätta adressen och låt brevet godkännas igen.</translation>
    </message>
    <message>
      <source>{reference} may not go by e-mail: it is not addressed to a health professional.</source>
      <translation>{reference} får inte skickas med e-post: mottagaren är inte sjukvårdspersonal.</translation>
    </message>
    <message>
      <source>Print it and send it by post; consent does not change this.</source>
      <translation>Skriv ut det och skicka det med post; samtycke ändrar inte detta.</translation>
    </message>
    <message>
      <source>{reference} may not go by e-mail: the inquiry holds an event or complaint.</source>
      <translation>{reference} får inte skickas med e-post: ärendet rymmer en händelse eller reklamation.</translation>
    </message>
    <message>
      <source>{reference} may not go by e-mail: the mail server is set without encryption.</source>
      <translation>{reference} får inte skickas med e-post: e-postservern är inställd utan kryptering.</translation>
    </message>
    <message>
      <source>Have an administrator turn STARTTLS on for the mail server, or send it by post.</source>
      <translation>Låt en administratör slå på STARTTLS för e-postservern, eller skicka med post.</translation>
    </message>
    <message>
      <source>{reference} may not go out yet: its inquiry's safety checklist is open again.</source>
      <translation>{reference} får inte skickas än: ärendets säkerhetschecklista är öppen igen.</translation>
    </message>
    <message>
      <source>Look at what is new, answer and sign the checklist; then the letter goes as it is.</source>
      <translation>Granska det nya, besvara och signera checklistan; sedan går brevet som det är.</translation>
    </message>
    <message>
      <source>E-mail is not set up: {missing} is missing.</source>
      <translation>E-posten är inte inställd: {missing} saknas.</translation>
    </message>
    <message>
      <source>An administrator enters the mail server, the sender and the password.</source>
      <translation>En administratör anger e-postserver, avsändare och lösenord.</translation>
    </message>
    <message>
      <source>The mail server cannot be reached ({said}). The e-mail waits.</source>
      <translation>E-postservern går inte att nå ({said}). E-brevet väntar.</translation>
    </message>
    <message>
      <source>Check the network; the e-mail is tried again when sending is started next.</source>
      <translation>Kontrollera nätverket; e-brevet försöks igen nästa gång sändningen startas.</translation>
    </message>
    <message>
      <source>The connection to the mail server cannot be encrypted ({said}). The e-mail waits.</source>
      <translation>Förbindelsen till e-postservern kan inte krypteras ({said}). E-brevet väntar.</translation>
    </message>
    <message>
      <source>Tell the keeper of the mail server; nothing was sent in the open.</source>
      <translation>Säg till den som sköter e-postservern; inget skickades öppet.</translation>
    </message>
    <message>
      <source>The mail server refused the office's name or password ({said}). The e-mail waits.</source>
      <translation>E-postservern godtog inte kontorets namn eller lösenord ({said}). E-brevet väntar.</translation>
    </message>
    <message>
      <source>An administrator enters the password of the mail server again.</source>
      <translation>En administratör anger e-postserverns lösenord igen.</translation>
    </message>
    <message>
      <source>The mail server refused the e-mail: {said}</source>
      <translation>E-postservern avvisade e-brevet: {said}</translation>
    </message>
    <message>
      <source>Check the address; try again, or send the letter by post.</source>
      <translation>Kontrollera adressen; försök igen, eller skicka brevet med post.</translation>
    </message>
    <message>
      <source>The mail server asks to come again later: {said} The e-mail waits.</source>
      <translation>E-postservern ber att få återkomma senare: {said} E-brevet väntar.</translation>
    </message>
    <message>
      <source>Nothing to do: it is tried again when sending is started next.</source>
      <translation>Inget att göra: det försöks igen nästa gång sändningen startas.</translation>
    </message>
    <message>
      <source>The line broke while the e-mail was handed over; it is not known whether it was taken. It waits and goes again under the same Message-ID, so that a repeat is known as one.</source>
      <translation>Förbindelsen bröts medan e-brevet lämnades över; det går inte att veta om det togs emot. Det väntar och går igen med samma Message-ID, så att en upprepning känns igen.</translation>
    </message>
    <message>
      <source>Nothing to do; the recipient may get it twice.</source>
      <translation>Inget att göra; mottagaren kan få det två gånger.</translation>
    </message>
    <message>
      <source>The program ended while the e-mail was being sent; it is not known whether the server took it. It goes again under the same Message-ID, so that a repeat is known as one.</source>
      <translation>Programmet avslutades medan e-brevet skickades; det går inte att veta om servern tog emot det. Det går igen med samma Message-ID, så att en upprepning känns igen.</translation>
    </message>
    <message>
      <source>Sending {reference}</source>
      <translation>Skickar {reference}</translation>
    </message>
    <message>
      <source>printing</source>
      <translation>skrivs ut</translation>
    </message>
    <message>
      <source>printed</source>
      <translation>utskriven</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>misslyckad</translation>
    </message>
    <message>
      <source>posted</source>
      <translation>postad</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>väntar</translation>
    </message>
    <message>
      <source>sending</source>
      <translation>skickas</translation>
    </message>
    <message>
      <source>sent</source>
      <translation>skickad</translation>
    </message>
    <message>
      <source>refused</source>
      <translation>avvisad</translation>
    </message>
    <message>
      <source>out</source>
      <translation>utmatad</translation>
    </message>
    <message>
      <source>lost</source>
      <translation>förlorad</translation>
    </message>
    <message>
      <source>The program ended while the letters were handed to the printer; it is not known whether they were printed. Look at the printer, then say so or print again.</source>
      <translation>Programmet avslutades medan breven lämnades till skrivaren; det går inte att veta om de skrevs ut. Titta vid skrivaren och ange det sedan, eller skriv ut igen.</translation>
    </message>
    <message>
      <source>The printer {printer} vanished with the letters; look for what it printed.</source>
      <translation>Skrivaren {printer} försvann med breven; leta efter vad den skrev ut.</translation>
    </message>
    <message>
      <source>The letters wait at the printer {printer}.</source>
      <translation>Breven väntar vid skrivaren {printer}.</translation>
    </message>
    <message>
      <source>Comparing the letters with what was signed</source>
      <translation>Jämför breven med det som signerades</translation>
    </message>
    <message>
      <source>{sender} asked before</source>
      <translation>{sender} har frågat förut</translation>
    </message>
    <message>
      <source>carries our reference {number}</source>
      <translation>bär vår referens {number}</translation>
    </message>
    <message>
      <source>An inquiry needs a question in the requester's own words.</source>
      <translation>Ett ärende behöver en fråga med frågeställarens egna ord.</translation>
    </message>
    <message>
      <source>Select the question on the page, or type it as it was asked.</source>
      <translation>Markera frågan på sidan, eller skriv den så som den ställdes.</translation>
    </message>
    <message>
      <source>{number} is {status}; it cannot become {wanted}.</source>
      <translation>{number} är {status}; det kan inte bli {wanted}.</translation>
    </message>
    <message>
      <source>Follow the path at the right of the inquiry: it says what comes next.</source>
      <translation>Följ vägen till höger om ärendet: den visar vad som kommer härnäst.</translation>
    </message>
    <message>
      <source>{piece} belongs to {number} already.</source>
      <translation>{piece} hör redan till {number}.</translation>
    </message>
    <message>
      <source>Open the inquiry; unlink the piece there first if it is the wrong one.</source>
      <translation>Öppna ärendet; lossa försändelsen där först om det är fel ärende.</translation>
    </message>
    <message>
      <source>{number} cannot be closed as answered: no answer was sent.</source>
      <translation>{number} kan inte avslutas som besvarat: inget svar har skickats.</translation>
    </message>
    <message>
      <source>Send the letter first, or choose another reason.</source>
      <translation>Skicka brevet först, eller välj en annan orsak.</translation>
    </message>
    <message>
      <source>registered</source>
      <translation>registrerat</translation>
    </message>
    <message>
      <source>in progress</source>
      <translation>pågår</translation>
    </message>
    <message>
      <source>in review</source>
      <translation>under granskning</translation>
    </message>
    <message>
      <source>approved</source>
      <translation>godkänt</translation>
    </message>
    <message>
      <source>dispatched</source>
      <translation>skickat</translation>
    </message>
    <message>
      <source>closed</source>
      <translation>avslutat</translation>
    </message>
    <message>
      <source>answered</source>
      <translation>besvarat</translation>
    </message>
    <message>
      <source>no answer is needed</source>
      <translation>inget svar behövs</translation>
    </message>
    <message>
      <source>the same as another inquiry</source>
      <translation>samma som ett annat ärende</translation>
    </message>
    <message>
      <source>passed on to another office</source>
      <translation>överlämnat till ett annat kontor</translation>
    </message>
    <message>
      <source>the requester took it back</source>
      <translation>frågeställaren tog tillbaka frågan</translation>
    </message>
    <message>
      <source>the requester cannot be reached</source>
      <translation>frågeställaren går inte att nå</translation>
    </message>
    <message>
      <source>physician</source>
      <translation>läkare</translation>
    </message>
    <message>
      <source>pharmacist</source>
      <translation>apotekare</translation>
    </message>
    <message>
      <source>nurse</source>
      <translation>sjuksköterska</translation>
    </message>
    <message>
      <source>other health professional</source>
      <translation>annan sjukvårdspersonal</translation>
    </message>
    <message>
      <source>lawyer</source>
      <translation>jurist</translation>
    </message>
    <message>
      <source>patient</source>
      <translation>patient</translation>
    </message>
    <message>
      <source>relative</source>
      <translation>närstående</translation>
    </message>
    <message>
      <source>authority</source>
      <translation>myndighet</translation>
    </message>
    <message>
      <source>other</source>
      <translation>annan</translation>
    </message>
    <message>
      <source>reference</source>
      <translation>referens</translation>
    </message>
    <message>
      <source>sender and product</source>
      <translation>avsändare och läkemedel</translation>
    </message>
    <message>
      <source>sender</source>
      <translation>avsändare</translation>
    </message>
    <message>
      <source>on time</source>
      <translation>i tid</translation>
    </message>
    <message>
      <source>near</source>
      <translation>snart</translation>
    </message>
    <message>
      <source>late</source>
      <translation>försenat</translation>
    </message>
    <message>
      <source>done</source>
      <translation>klart</translation>
    </message>
    <message>
      <source>Taking in {name}</source>
      <translation>Tar emot {name}</translation>
    </message>
    <message>
      <source>{name} is empty.</source>
      <translation>{name} är tom.</translation>
    </message>
    <message>
      <source>Ask for it again; it was probably cut off on its way.</source>
      <translation>Be om den igen; den blev troligen avbruten på vägen.</translation>
    </message>
    <message>
      <source>{name} has {size} MB; at most {most} MB are taken.</source>
      <translation>{name} är {size} MB; högst {most} MB tas emot.</translation>
    </message>
    <message>
      <source>The document has more than {most} pages.</source>
      <translation>Dokumentet har mer än {most} sidor.</translation>
    </message>
    <message>
      <source>The document is locked with a password.</source>
      <translation>Dokumentet är låst med ett lösenord.</translation>
    </message>
    <message>
      <source>The document is damaged and cannot be read ({kind}).</source>
      <translation>Dokumentet är skadat och kan inte läsas ({kind}).</translation>
    </message>
    <message>
      <source>This kind of file is not known here.</source>
      <translation>Den här sortens fil är okänd här.</translation>
    </message>
    <message>
      <source>{name} could not be opened: {reason}.</source>
      <translation>{name} kunde inte öppnas: {reason}.</translation>
    </message>
    <message>
      <source>See whether it is still there and whether you may read it, then take it in again.</source>
      <translation>Se efter om den finns kvar och om du får läsa den, och ta sedan emot den igen.</translation>
    </message>
    <message>
      <source>The picture claims to have more dots than any scan has.</source>
      <translation>Bilden uppger fler punkter än någon skanning har.</translation>
    </message>
    <message>
      <source>It lies more than {most} mails deep and was not opened.</source>
      <translation>Det ligger djupare än {most} e-brev och öppnades inte.</translation>
    </message>
    <message>
      <source>It is kept as it came. Save it on its own and take it in if it matters.</source>
      <translation>Det sparas som det kom. Spara det för sig och ta emot det om det är viktigt.</translation>
    </message>
    <message>
      <source>It holds more than {most} attachments; this one was not opened.</source>
      <translation>Det har fler än {most} bilagor; den här öppnades inte.</translation>
    </message>
    <message>
      <source>The document unpacks to more than {most} MB.</source>
      <translation>Dokumentet blir större än {most} MB när det packas upp.</translation>
    </message>
    <message>
      <source>Page {number} of {name} is damaged.</source>
      <translation>Sida {number} i {name} är skadad.</translation>
    </message>
    <message>
      <source>Look at the page: what could be read is shown. Ask the sender for it again.</source>
      <translation>Titta på sidan: det som gick att läsa visas. Be avsändaren om den igen.</translation>
    </message>
    <message>
      <source>{name} is cut short; pages may be missing at its end.</source>
      <translation>{name} är avklippt; sidor kan saknas i slutet.</translation>
    </message>
    <message>
      <source>Ask the sender how many pages there were.</source>
      <translation>Fråga avsändaren hur många sidor det var.</translation>
    </message>
    <message>
      <source>The attachment {name} is kept but cannot be shown ({reason}).</source>
      <translation>Bilagan {name} är sparad men kan inte visas ({reason}).</translation>
    </message>
    <message>
      <source>See the attachment's own code for what to do.</source>
      <translation>Se bilagans egen kod för vad du kan göra.</translation>
    </message>
    <message>
      <source>The text of the mail is in a form that cannot be read here.</source>
      <translation>E-brevets text är i en form som inte kan läsas här.</translation>
    </message>
    <message>
      <source>Ask the sender to send it as plain text, or open the original elsewhere.</source>
      <translation>Be avsändaren skicka den som ren text, eller öppna originalet någon annanstans.</translation>
    </message>
    <message>
      <source>The document could not be opened: its reader failed ({kind}).</source>
      <translation>Dokumentet kunde inte öppnas: dess läsare misslyckades ({kind}).</translation>
    </message>
    <message>
      <source>{number} is not waiting any more.</source>
      <translation>{number} väntar inte längre.</translation>
    </message>
    <message>
      <source>Unlink it from its inquiry, or restore it, first.</source>
      <translation>Lossa den från sitt ärende, eller ta tillbaka den, först.</translation>
    </message>
    <message>
      <source>{number} cannot be split before this page.</source>
      <translation>{number} kan inte delas före den här sidan.</translation>
    </message>
    <message>
      <source>Choose a page after the first.</source>
      <translation>Välj en sida efter den första.</translation>
    </message>
    <message>
      <source>Say why this is not ours.</source>
      <translation>Ange varför detta inte är vårt.</translation>
    </message>
    <message>
      <source>A few words are enough; a colleague must understand it next year.</source>
      <translation>Några ord räcker; en kollega ska förstå dem nästa år.</translation>
    </message>
    <message>
      <source>A page cannot be turned by {degrees} degrees.</source>
      <translation>En sida kan inte vridas {degrees} grader.</translation>
    </message>
    <message>
      <source>Turn it by 90, 180 or 270.</source>
      <translation>Vrid den 90, 180 eller 270 grader.</translation>
    </message>
    <message>
      <source>This machine has no scanning program (scanimage).</source>
      <translation>Datorn har inget skanningsprogram (scanimage).</translation>
    </message>
    <message>
      <source>Install the package sane-utils. Files and folders can be taken in meanwhile.</source>
      <translation>Installera paketet sane-utils. Filer och mappar kan tas emot under tiden.</translation>
    </message>
    <message>
      <source>No such scanner was found, or it has no such paper source.</source>
      <translation>Ingen sådan skanner hittades, eller så saknar den pappersfacket.</translation>
    </message>
    <message>
      <source>See that it is switched on and connected, then look for scanners again.</source>
      <translation>Se till att den är på och ansluten, och leta sedan efter skannrar igen.</translation>
    </message>
    <message>
      <source>The scanner is busy.</source>
      <translation>Skannern är upptagen.</translation>
    </message>
    <message>
      <source>Wait until the other job is done, then scan again.</source>
      <translation>Vänta tills det andra jobbet är klart och skanna sedan igen.</translation>
    </message>
    <message>
      <source>Paper is jammed in the scanner.</source>
      <translation>Papper har fastnat i skannern.</translation>
    </message>
    <message>
      <source>Clear the jam, put back the pages that were not scanned, and scan again.</source>
      <translation>Ta bort papperet, lägg tillbaka sidorna som inte skannades och skanna igen.</translation>
    </message>
    <message>
      <source>The scanner's cover is open.</source>
      <translation>Skannerns lock är öppet.</translation>
    </message>
    <message>
      <source>Close it and scan again.</source>
      <translation>Stäng det och skanna igen.</translation>
    </message>
    <message>
      <source>The feeder is empty.</source>
      <translation>Mataren är tom.</translation>
    </message>
    <message>
      <source>Put the pages in until they stop, then scan again.</source>
      <translation>Skjut in sidorna tills det tar stopp och skanna sedan igen.</translation>
    </message>
    <message>
      <source>The scanner failed (SANE status {status}).</source>
      <translation>Skannern misslyckades (SANE-status {status}).</translation>
    </message>
    <message>
      <source>Switch it off and on; if it fails again, ask whoever looks after it.</source>
      <translation>Slå av och på den; om det händer igen, fråga den som sköter den.</translation>
    </message>
    <message>
      <source>The scanner has sent nothing for {minutes} minutes; scanning was stopped.</source>
      <translation>Skannern har inte skickat något på {minutes} minuter; skanningen stoppades.</translation>
    </message>
    <message>
      <source>See whether it waits for something, then scan again.</source>
      <translation>Se efter om den väntar på något och skanna sedan igen.</translation>
    </message>
    <message>
      <source>This user may not use the scanner.</source>
      <translation>Den här användaren får inte använda skannern.</translation>
    </message>
    <message>
      <source>Ask whoever looks after the machine to add you to the group scanner.</source>
      <translation>Be den som sköter datorn att lägga till dig i gruppen scanner.</translation>
    </message>
    <message>
      <source>post</source>
      <translation>post</translation>
    </message>
    <message>
      <source>fax</source>
      <translation>fax</translation>
    </message>
    <message>
      <source>e-mail</source>
      <translation>e-post</translation>
    </message>
    <message>
      <source>in person</source>
      <translation>personligen</translation>
    </message>
    <message>
      <source>filed</source>
      <translation>arkiverad</translation>
    </message>
    <message>
      <source>not ours</source>
      <translation>inte vår</translation>
    </message>
    <message>
      <source>{count} pages scanned</source>
      <translation>{count} sidor skannade</translation>
    </message>
    <message>
      <source>The program ended while the backup was made.</source>
      <translation>Programmet avslutades medan säkerhetskopian gjordes.</translation>
    </message>
    <message>
      <source>The program failed; a report of the fault was kept.</source>
      <translation>Programmet fallerade; en felrapport sparades.</translation>
    </message>
    <message>
      <source>It was stopped.</source>
      <translation>Det avbröts.</translation>
    </message>
    <message>
      <source>Nothing in this office names this person.</source>
      <translation>Inget i kontoret nämner den här personen.</translation>
    </message>
    <message>
      <source>Try the e-mail address, the telephone number or another spelling of the name.</source>
      <translation>Prova e-postadressen, telefonnumret eller en annan stavning av namnet.</translation>
    </message>
    <message>
      <source>{number} is under legal hold; nothing of it is erased.</source>
      <translation>{number} är under rättslig spärr; inget av det raderas.</translation>
    </message>
    <message>
      <source>Lift the hold first, if whoever asked for it agrees.</source>
      <translation>Häv spärren först, om den som begärde den går med på det.</translation>
    </message>
    <message>
      <source>You proposed this destruction yourself; a second person confirms it.</source>
      <translation>Du föreslog själv gallringen; en andra person bekräftar den.</translation>
    </message>
    <message>
      <source>Ask a colleague with the same permission to confirm it.</source>
      <translation>Be en kollega med samma behörighet att bekräfta den.</translation>
    </message>
    <message>
      <source>{number} is not due for destruction.</source>
      <translation>{number} ska inte gallras.</translation>
    </message>
    <message>
      <source>Only what is due, under no hold and without a report, is destroyed.</source>
      <translation>Bara det som ska gallras, utan spärr och utan rapport, förstörs.</translation>
    </message>
    <message>
      <source>A sentence is missing: {what}.</source>
      <translation>En mening saknas: {what}.</translation>
    </message>
    <message>
      <source>Write it without personal data; it is kept with the request.</source>
      <translation>Skriv den utan personuppgifter; den sparas med begäran.</translation>
    </message>
    <message>
      <source>No folder for backups is set.</source>
      <translation>Ingen mapp för säkerhetskopior är angiven.</translation>
    </message>
    <message>
      <source>Set keeping.backup_folder in settings.json, or make a backup to a file.</source>
      <translation>Ange keeping.backup_folder i settings.json, eller gör en säkerhetskopia till en fil.</translation>
    </message>
    <message>
      <source>There is no such open request.</source>
      <translation>Det finns ingen sådan öppen begäran.</translation>
    </message>
    <message>
      <source>Look again: a colleague may have finished it.</source>
      <translation>Titta igen: en kollega kan ha avslutat den.</translation>
    </message>
    <message>
      <source>The export could not be written to {place}: {reason}.</source>
      <translation>Utlämningen kunde inte skrivas till {place}: {reason}.</translation>
    </message>
    <message>
      <source>Name another folder or a new file; nothing was changed.</source>
      <translation>Ange en annan mapp eller en ny fil; inget har ändrats.</translation>
    </message>
    <message>
      <source>The list of erasures {file} cannot be read with this office's key.</source>
      <translation>Listan över raderingar {file} kan inte läsas med kontorets nyckel.</translation>
    </message>
    <message>
      <source>Name the list of the office that was backed up (erasures.sealed), then restore again.</source>
      <translation>Ange listan från kontoret som kopierades (erasures.sealed) och återställ igen.</translation>
    </message>
    <message>
      <source>There is no backup to try yet.</source>
      <translation>Det finns ingen säkerhetskopia att prova än.</translation>
    </message>
    <message>
      <source>Make a backup first, or name a backup's file.</source>
      <translation>Gör en säkerhetskopia först, eller ange en kopias fil.</translation>
    </message>
    <message>
      <source>{number} is restricted: it may be kept, but not used, changed, answered or sent.</source>
      <translation>{number} är begränsat: det får bevaras men inte användas, ändras, besvaras eller skickas.</translation>
    </message>
    <message>
      <source>The person asked for it. Whoever keeps personal data can lift it when it is settled.</source>
      <translation>Personen har begärt det. Den som förvaltar personuppgifter kan häva begränsningen när saken är utredd.</translation>
    </message>
    <message>
      <source>The use of this inquiry is restricted; only those who keep personal data look at it.</source>
      <translation>Behandlingen av det här ärendet är begränsad; bara de som förvaltar personuppgifter ser det.</translation>
    </message>
    <message>
      <source>Ask an administrator or quality if something must be done about it.</source>
      <translation>Fråga en administratör eller kvalitet om något måste göras med det.</translation>
    </message>
    <message>
      <source>Nothing lies under {name} that could be brought back.</source>
      <translation>Under {name} finns inget som kan återställas.</translation>
    </message>
    <message>
      <source>Its key was destroyed, or the name was brought back already.</source>
      <translation>Nyckeln har förstörts, eller så är namnet redan återställt.</translation>
    </message>
    <message>
      <source>Writing the export</source>
      <translation>Skriver utlämningen</translation>
    </message>
    <message>
      <source>file</source>
      <translation>fil</translation>
    </message>
    <message>
      <source>folder</source>
      <translation>mapp</translation>
    </message>
    <message>
      <source>drill</source>
      <translation>övning</translation>
    </message>
    <message>
      <source>running</source>
      <translation>pågår</translation>
    </message>
    <message>
      <source>under legal hold</source>
      <translation>under rättslig spärr</translation>
    </message>
    <message>
      <source>a report to safety or quality is not closed</source>
      <translation>en rapport till säkerhet eller kvalitet är inte avslutad</translation>
    </message>
    <message>
      <source>a report was made: kept by law</source>
      <translation>en rapport är gjord: sparas enligt lag</translation>
    </message>
    <message>
      <source>shared with mail of others</source>
      <translation>delas med andras post</translation>
    </message>
    <message>
      <source>it is still being answered</source>
      <translation>den besvaras fortfarande</translation>
    </message>
    <message>
      <source>its use is restricted</source>
      <translation>behandlingen är begränsad</translation>
    </message>
    <message>
      <source>inquiry without a report</source>
      <translation>förfrågan utan rapport</translation>
    </message>
    <message>
      <source>inquiry with a report to safety</source>
      <translation>ärende med rapport till säkerhet</translation>
    </message>
    <message>
      <source>inquiry with a report to quality</source>
      <translation>ärende med rapport till kvalitet</translation>
    </message>
    <message>
      <source>access</source>
      <translation>tillgång</translation>
    </message>
    <message>
      <source>rectification</source>
      <translation>rättelse</translation>
    </message>
    <message>
      <source>pseudonymisation</source>
      <translation>pseudonymisering</translation>
    </message>
    <message>
      <source>erasure</source>
      <translation>radering</translation>
    </message>
    <message>
      <source>restriction</source>
      <translation>begränsning</translation>
    </message>
    <message>
      <source>objection</source>
      <translation>invändning</translation>
    </message>
    <message>
      <source>bringing the name back</source>
      <translation>återställning av namnet</translation>
    </message>
    <message>
      <source>destruction</source>
      <translation>gallring</translation>
    </message>
    <message>
      <source>pseudonymisation that is due</source>
      <translation>pseudonymisering i rätt tid</translation>
    </message>
    <message>
      <source>erased</source>
      <translation>raderad</translation>
    </message>
    <message>
      <source>pseudonymised</source>
      <translation>pseudonymiserad</translation>
    </message>
    <message>
      <source>sealed</source>
      <translation>förseglad</translation>
    </message>
    <message>
      <source>There is no letter {letter} in this office.</source>
      <translation>Det finns inget brev {letter} i det här kontoret.</translation>
    </message>
    <message>
      <source>Look for it by its reference, such as MI-SE-2026-00012/L1.</source>
      <translation>Sök det på dess referens, till exempel MI-SE-2026-00012/L1.</translation>
    </message>
    <message>
      <source>The letter cannot be approved: {lines}</source>
      <translation>Brevet kan inte godkännas: {lines}</translation>
    </message>
    <message>
      <source>Each line leads to its place; mend it there and try again.</source>
      <translation>Varje rad leder till sitt ställe; rätta där och försök igen.</translation>
    </message>
    <message>
      <source>The letter is {state}; this step is not open to it.</source>
      <translation>Brevet är {state}; det här steget går inte att göra nu.</translation>
    </message>
    <message>
      <source>Drafts are submitted, submitted letters approved or sent back, signed letters sent.</source>
      <translation>Utkast lämnas in, inlämnade brev godkänns eller skickas tillbaka, signerade brev skickas.</translation>
    </message>
    <message>
      <source>The block “{heading}” is fixed in this letter.</source>
      <translation>Blocket ”{heading}” ligger fast i det här brevet.</translation>
    </message>
    <message>
      <source>Write your own text block, or choose another standard response.</source>
      <translation>Skriv ett eget textblock, eller välj ett annat standardsvar.</translation>
    </message>
    <message>
      <source>The standard response {id} cannot be used in this letter: {why}.</source>
      <translation>Standardsvaret {id} kan inte användas i det här brevet: {why}.</translation>
    </message>
    <message>
      <source>Choose another one, or ask the library's keeper for a new version.</source>
      <translation>Välj ett annat, eller be bibliotekets ansvariga om en ny version.</translation>
    </message>
    <message>
      <source>No question of {inquiry} names a product yet.</source>
      <translation>Ingen fråga i {inquiry} nämner ett läkemedel ännu.</translation>
    </message>
    <message>
      <source>Code the question with its product and topic, then write the letter.</source>
      <translation>Koda frågan med läkemedel och ämne, och skriv sedan brevet.</translation>
    </message>
    <message>
      <source>A letter is not sent back without a comment.</source>
      <translation>Ett brev skickas inte tillbaka utan en kommentar.</translation>
    </message>
    <message>
      <source>Tell the author what to change.</source>
      <translation>Skriv vad författaren ska ändra.</translation>
    </message>
    <message>
      <source>{name} has no signing certificate in this office.</source>
      <translation>{name} har inget signeringscertifikat i det här kontoret.</translation>
    </message>
    <message>
      <source>An administrator imports one (.p12 or .pfx) or has the office make one.</source>
      <translation>En administratör läser in ett (.p12 eller .pfx) eller låter kontoret göra ett.</translation>
    </message>
    <message>
      <source>The signing certificate cannot be used: {why}.</source>
      <translation>Signeringscertifikatet kan inte användas: {why}.</translation>
    </message>
    <message>
      <source>Check the file and its password, or import another one.</source>
      <translation>Kontrollera filen och dess lösenord, eller läs in ett annat.</translation>
    </message>
    <message>
      <source>The letter was signed, but reading it back says: {verdict}. Nothing was kept.</source>
      <translation>Brevet signerades, men vid kontrolläsningen blev svaret: {verdict}. Inget sparades.</translation>
    </message>
    <message>
      <source>Check the signing certificate's dates and key; then approve again.</source>
      <translation>Kontrollera signeringscertifikatets datum och nyckel; godkänn sedan igen.</translation>
    </message>
    <message>
      <source>The letter changed while it was being signed; nothing was kept.</source>
      <translation>Brevet ändrades medan det signerades; inget sparades.</translation>
    </message>
    <message>
      <source>Look at it again and approve what it says now.</source>
      <translation>Titta på det igen och godkänn vad det nu säger.</translation>
    </message>
    <message>
      <source>There are no letter texts in the language {language}.</source>
      <translation>Det finns inga brevtexter på språket {language}.</translation>
    </message>
    <message>
      <source>Write the letter in one of the office's languages.</source>
      <translation>Skriv brevet på ett av kontorets språk.</translation>
    </message>
    <message>
      <source>{letter} may not be sent: {id} was withdrawn after it was signed.</source>
      <translation>{letter} får inte skickas: {id} drogs tillbaka efter signeringen.</translation>
    </message>
    <message>
      <source>Change the letter and have it approved again.</source>
      <translation>Ändra brevet och låt det godkännas igen.</translation>
    </message>
    <message>
      <source>The inquiry has no such question; an answer belongs to one.</source>
      <translation>Ärendet har ingen sådan fråga; ett svar hör till en fråga.</translation>
    </message>
    <message>
      <source>Choose the question that this text answers.</source>
      <translation>Välj frågan som texten besvarar.</translation>
    </message>
    <message>
      <source>The author has not signed the letter as it stands now.</source>
      <translation>Författaren har inte signerat brevet så som det nu ser ut.</translation>
    </message>
    <message>
      <source>Send it back; the author hands it in again, with the passphrase.</source>
      <translation>Skicka tillbaka det; författaren lämnar in det igen, med lösenfrasen.</translation>
    </message>
    <message>
      <source>A letter cannot be sent by “{value}”.</source>
      <translation>Ett brev kan inte skickas med ”{value}”.</translation>
    </message>
    <message>
      <source>Choose post or e-mail.</source>
      <translation>Välj post eller e-post.</translation>
    </message>
    <message>
      <source>There is no authority to report side effects to in the catalogue.</source>
      <translation>Katalogen saknar en myndighet att rapportera biverkningar till.</translation>
    </message>
    <message>
      <source>{name} is not in the library in this language.</source>
      <translation>{name} finns inte i biblioteket på det här språket.</translation>
    </message>
    <message>
      <source>{name} is {state}.</source>
      <translation>{name} är {state}.</translation>
    </message>
    <message>
      <source>{name} builds on an older label version.</source>
      <translation>{name} bygger på en äldre version av produktinformationen.</translation>
    </message>
    <message>
      <source>You wrote this letter; somebody else approves it.</source>
      <translation>Du skrev brevet; någon annan godkänner det.</translation>
    </message>
    <message>
      <source>The block “{name}” is missing.</source>
      <translation>Blocket ”{name}” saknas.</translation>
    </message>
    <message>
      <source>The block “{name}” no longer applies.</source>
      <translation>Blocket ”{name}” gäller inte längre.</translation>
    </message>
    <message>
      <source>Question {number} has no answer of its own.</source>
      <translation>Fråga {number} har inget eget svar.</translation>
    </message>
    <message>
      <source>“{name}” answers none of the questions (UNS-4).</source>
      <translation>”{name}” besvarar ingen av frågorna (UNS-4).</translation>
    </message>
    <message>
      <source>“{name}” is off-label and goes to a patient (UNS-5).</source>
      <translation>”{name}” är off-label och går till en patient (UNS-5).</translation>
    </message>
    <message>
      <source>{name} is a translation whose source has changed.</source>
      <translation>{name} är en översättning vars källa har ändrats.</translation>
    </message>
    <message>
      <source>“{left}” is still to be filled in.</source>
      <translation>”{left}” är ännu inte ifyllt.</translation>
    </message>
    <message>
      <source>“{name}” cites a reference that the letter lacks.</source>
      <translation>”{name}” hänvisar till en referens som brevet saknar.</translation>
    </message>
    <message>
      <source>“{name}” is written in another language.</source>
      <translation>”{name}” är skrivet på ett annat språk.</translation>
    </message>
    <message>
      <source>Hard to read for a patient: LIX {lix}, aim below 40.</source>
      <translation>Svårläst för en patient: LIX {lix}, sikta under 40.</translation>
    </message>
    <message>
      <source>The address of {name} was not verified lately.</source>
      <translation>Adressen till {name} har inte kontrollerats på länge.</translation>
    </message>
    <message>
      <source>The address does not fit the envelope's window.</source>
      <translation>Adressen får inte plats i kuvertets fönster.</translation>
    </message>
    <message>
      <source>The block “{name}” is out of date; any change, or handing in, renews it.</source>
      <translation>Blocket ”{name}” är inaktuellt; varje ändring, eller inlämning, förnyar det.</translation>
    </message>
    <message>
      <source>The letter answers nothing yet.</source>
      <translation>Brevet besvarar ingenting ännu.</translation>
    </message>
    <message>
      <source>{name} may be used until {day} only.</source>
      <translation>{name} får användas bara till {day}.</translation>
    </message>
    <message>
      <source>“{said}” is written before quality concluded.</source>
      <translation>”{said}” skrivs innan kvalitet har dragit sin slutsats.</translation>
    </message>
    <message>
      <source>There is no e-mail address.</source>
      <translation>Det finns ingen e-postadress.</translation>
    </message>
    <message>
      <source>There is no postal address.</source>
      <translation>Det finns ingen postadress.</translation>
    </message>
    <message>
      <source>subject</source>
      <translation>ämne</translation>
    </message>
    <message>
      <source>salutation</source>
      <translation>hälsning</translation>
    </message>
    <message>
      <source>unsolicited</source>
      <translation>obeställd fråga</translation>
    </message>
    <message>
      <source>off-label</source>
      <translation>off-label</translation>
    </message>
    <message>
      <source>label</source>
      <translation>produktinformation</translation>
    </message>
    <message>
      <source>answer</source>
      <translation>svar</translation>
    </message>
    <message>
      <source>reporting</source>
      <translation>rapportering</translation>
    </message>
    <message>
      <source>monitoring</source>
      <translation>övervakning</translation>
    </message>
    <message>
      <source>not-advice</source>
      <translation>inte råd</translation>
    </message>
    <message>
      <source>keep-sample</source>
      <translation>behåll provet</translation>
    </message>
    <message>
      <source>privacy</source>
      <translation>integritet</translation>
    </message>
    <message>
      <source>references</source>
      <translation>referenser</translation>
    </message>
    <message>
      <source>closing</source>
      <translation>avslutning</translation>
    </message>
    <message>
      <source>enclosures</source>
      <translation>bilagor</translation>
    </message>
    <message>
      <source>draft</source>
      <translation>utkast</translation>
    </message>
    <message>
      <source>signed</source>
      <translation>signerat</translation>
    </message>
    <message>
      <source>There is no standard response {id} in {language}{version}.</source>
      <translation>Det finns inget standardsvar {id} på {language}{version}.</translation>
    </message>
    <message>
      <source>Choose another one, or ask for a translation.</source>
      <translation>Välj ett annat, eller be om en översättning.</translation>
    </message>
    <message>
      <source>Version {version} of {id} in {language} cannot be entered; the next one is {next}.</source>
      <translation>Version {version} av {id} på {language} kan inte läggas in; nästa är {next}.</translation>
    </message>
    <message>
      <source>An approved text is never changed: enter a correction under the next version.</source>
      <translation>En godkänd text ändras aldrig: lägg in en rättelse som nästa version.</translation>
    </message>
    <message>
      <source>The dates of {id} do not fit: from {start} to {end}.</source>
      <translation>Datumen för {id} stämmer inte: från {start} till {end}.</translation>
    </message>
    <message>
      <source>A version ends after it begins, and at most 24 months later.</source>
      <translation>En version slutar efter att den börjat, och högst 24 månader senare.</translation>
    </message>
    <message>
      <source>{id} in {language} cannot come into force: it is {state} and begins on {start}.</source>
      <translation>{id} på {language} kan inte träda i kraft: den är {state} och börjar {start}.</translation>
    </message>
    <message>
      <source>Only an approved version comes into force, on its first day or later.</source>
      <translation>Bara en godkänd version träder i kraft, på sin första dag eller senare.</translation>
    </message>
    <message>
      <source>A standard response is not withdrawn without a reason.</source>
      <translation>Ett standardsvar dras inte tillbaka utan skäl.</translation>
    </message>
    <message>
      <source>Write in a few words why it may no longer be used.</source>
      <translation>Skriv med några ord varför det inte längre får användas.</translation>
    </message>
    <message>
      <source>The file {file} does not hold a standard response that can be read.</source>
      <translation>Filen {file} innehåller inget standardsvar som kan läsas.</translation>
    </message>
    <message>
      <source>Correct the file and load the folder again; the others were not touched.</source>
      <translation>Rätta filen och läs in mappen igen; de andra berördes inte.</translation>
    </message>
    <message>
      <source>{id} in {language} names a source version that is not in the library.</source>
      <translation>{id} på {language} anger en källversion som inte finns i biblioteket.</translation>
    </message>
    <message>
      <source>Enter the source language's version first.</source>
      <translation>Lägg in källspråkets version först.</translation>
    </message>
    <message>
      <source>effective</source>
      <translation>gäller</translation>
    </message>
    <message>
      <source>on hold</source>
      <translation>vilande</translation>
    </message>
    <message>
      <source>superseded</source>
      <translation>ersatt</translation>
    </message>
    <message>
      <source>expired</source>
      <translation>utgången</translation>
    </message>
    <message>
      <source>withdrawn</source>
      <translation>tillbakadragen</translation>
    </message>
    <message>
      <source>the reader was not sure</source>
      <translation>läsaren var inte säker</translation>
    </message>
    <message>
      <source>a dose</source>
      <translation>en dos</translation>
    </message>
    <message>
      <source>a date</source>
      <translation>ett datum</translation>
    </message>
    <message>
      <source>a batch number</source>
      <translation>ett batchnummer</translation>
    </message>
    <message>
      <source>a product's name</source>
      <translation>ett produktnamn</translation>
    </message>
    <message>
      <source>a page of any form</source>
      <translation>en sida av vilken form som helst</translation>
    </message>
    <message>
      <source>one block of lines</source>
      <translation>ett block med rader</translation>
    </message>
    <message>
      <source>The reading program Tesseract is not installed, so scanned pages cannot be read.</source>
      <translation>Läsprogrammet Tesseract är inte installerat, så skannade sidor kan inte läsas.</translation>
    </message>
    <message>
      <source>Install it (Debian: tesseract-ocr and tesseract-ocr-swe); pages wait until then.</source>
      <translation>Installera det (Debian: tesseract-ocr och tesseract-ocr-swe); sidorna väntar till dess.</translation>
    </message>
    <message>
      <source>Tesseract has no data for the language {language}.</source>
      <translation>Tesseract saknar data för språket {language}.</translation>
    </message>
    <message>
      <source>Install it (Debian: tesseract-ocr-{language}), then read the page again.</source>
      <translation>Installera dem (Debian: tesseract-ocr-{language}) och läs sedan sidan igen.</translation>
    </message>
    <message>
      <source>The reading program failed on this page (exit status {status}).</source>
      <translation>Läsprogrammet misslyckades på den här sidan (slutstatus {status}).</translation>
    </message>
    <message>
      <source>Read the page again; if it fails again, type over what matters from the picture.</source>
      <translation>Läs sidan igen; om det misslyckas på nytt, skriv av det viktiga från bilden.</translation>
    </message>
    <message>
      <source>Reading this page took longer than {seconds} s and was stopped.</source>
      <translation>Det tog mer än {seconds} s att läsa sidan och läsningen stoppades.</translation>
    </message>
    <message>
      <source>Read it again when the machine is less busy, or scan the page at 300 dpi.</source>
      <translation>Läs den igen när datorn har mindre att göra, eller skanna sidan i 300 dpi.</translation>
    </message>
    <message>
      <source>The reading program answered with something that is not text.</source>
      <translation>Läsprogrammet svarade med något som inte är text.</translation>
    </message>
    <message>
      <source>Check which tesseract is on the search path: mi-desktop doctor shows its version.</source>
      <translation>Kontrollera vilken tesseract som används: mi-desktop doctor visar dess version.</translation>
    </message>
    <message>
      <source>{file} cannot be read: {reason}.</source>
      <translation>{file} kan inte läsas: {reason}.</translation>
    </message>
    <message>
      <source>Give a PDF or a picture (TIFF, PNG, JPEG), or open it in its own program first.</source>
      <translation>Ge en PDF eller en bild (TIFF, PNG, JPEG), eller öppna den i dess eget program först.</translation>
    </message>
    <message>
      <source>This page was not read yet, or it was read again meanwhile.</source>
      <translation>Sidan är inte läst än, eller har lästs om under tiden.</translation>
    </message>
    <message>
      <source>Read the page, then check it.</source>
      <translation>Läs sidan och kontrollera den sedan.</translation>
    </message>
    <message>
      <source>A transcription needs between 1 and {most} characters.</source>
      <translation>En avskrift behöver mellan 1 och {most} tecken.</translation>
    </message>
    <message>
      <source>Type what stands on the page, line by line.</source>
      <translation>Skriv det som står på sidan, rad för rad.</translation>
    </message>
    <message>
      <source>In the copy, {what} could still be read on page {page}; it was thrown away.</source>
      <translation>I kopian gick {what} fortfarande att läsa på sidan {page}; den kastades.</translation>
    </message>
    <message>
      <source>Draw the rectangle a little larger and make the copy again.</source>
      <translation>Dra rektangeln lite större och gör kopian igen.</translation>
    </message>
    <message>
      <source>A redacted copy needs at least one place to hide, each on a page and with a reason.</source>
      <translation>En maskad kopia behöver minst ett ställe att dölja, vart och ett på en sida och med ett skäl.</translation>
    </message>
    <message>
      <source>Mark the words or draw a rectangle, and say why it is hidden.</source>
      <translation>Markera orden eller dra en rektangel och ange varför det döljs.</translation>
    </message>
    <message>
      <source>The second reader is not available, so doubtful words were read only once.</source>
      <translation>Den andra läsaren är inte tillgänglig, så tveksamma ord lästes bara en gång.</translation>
    </message>
    <message>
      <source>Look at the doubtful words yourself; install the program again to mend it.</source>
      <translation>Granska de tveksamma orden själv; installera om programmet för att åtgärda det.</translation>
    </message>
    <message>
      <source>What was typed holds signs that are no text ({signs}) and was not kept.</source>
      <translation>Det som skrevs innehåller tecken som inte är text ({signs}) och sparades inte.</translation>
    </message>
    <message>
      <source>Type it by hand, or paste it without its form.</source>
      <translation>Skriv det för hand, eller klistra in det utan formatering.</translation>
    </message>
    <message>
      <source>The reading cluster {address} cannot be used: pages travel over TLS only.</source>
      <translation>Läsklustret {address} kan inte användas: sidor skickas bara över TLS.</translation>
    </message>
    <message>
      <source>Give a tls:// address and the three certificate files under reading in settings.json.</source>
      <translation>Ange en tls://-adress och de tre certifikatfilerna under reading i settings.json.</translation>
    </message>
    <message>
      <source>Identity numbers are shown only where somebody says why.</source>
      <translation>Personnummer visas bara när någon säger varför.</translation>
    </message>
    <message>
      <source>Say in a sentence what the number is needed for; it stays in the audit trail.</source>
      <translation>Säg i en mening vad numret behövs till; det står kvar i granskningsloggen.</translation>
    </message>
    <message>
      <source>text-layer</source>
      <translation>textlager</translation>
    </message>
    <message>
      <source>ocr</source>
      <translation>textavläsning</translation>
    </message>
    <message>
      <source>handwriting</source>
      <translation>handskrift</translation>
    </message>
    <message>
      <source>barcode</source>
      <translation>streckkod</translation>
    </message>
    <message>
      <source>The language {language} is not installed for reading; others were used. Install tesseract-ocr-{language} and read the page again.</source>
      <translation>Språket {language} är inte installerat för läsning; andra användes. Installera tesseract-ocr-{language} och läs sidan igen.</translation>
    </message>
    <message>
      <source>part of a word</source>
      <translation>en del av ett ord</translation>
    </message>
    <message>
      <source>a place</source>
      <translation>ett ställe</translation>
    </message>
    <message>
      <source>Reading pages, about {minutes} min left</source>
      <translation>Läser sidor, ungefär {minutes} min kvar</translation>
    </message>
    <message>
      <source>Reading pages</source>
      <translation>Läser sidor</translation>
    </message>
    <message>
      <source>Reading pages, less than a minute left</source>
      <translation>Läser sidor, mindre än en minut kvar</translation>
    </message>
    <message>
      <source>Drawing the copy</source>
      <translation>Ritar kopian</translation>
    </message>
    <message>
      <source>Reading the copy again</source>
      <translation>Läser kopian igen</translation>
    </message>
    <message>
      <source>Writing the copy</source>
      <translation>Skriver kopian</translation>
    </message>
    <message>
      <source>The copy could not be written to {place}: {reason}.</source>
      <translation>Kopian kunde inte skrivas till {place}: {reason}.</translation>
    </message>
    <message>
      <source>{file} is not a copy of a record that can be read.</source>
      <translation>{file} är ingen kopia av ett ärende som kan läsas.</translation>
    </message>
    <message>
      <source>Name the ZIP file, or the folder it was unpacked into, as it was handed over.</source>
      <translation>Ange ZIP-filen, eller mappen den packades upp i, så som den lämnades ut.</translation>
    </message>
    <message>
      <source>The copy did not read back as it was written; it was taken away again.</source>
      <translation>Kopian gick inte att läsa tillbaka som den skrevs; den togs bort igen.</translation>
    </message>
    <message>
      <source>Check the disk, then take the copy again.</source>
      <translation>Kontrollera disken och ta sedan kopian igen.</translation>
    </message>
    <message>
      <source>These settings cannot be kept: {fields}.</source>
      <translation>De här inställningarna kan inte sparas: {fields}.</translation>
    </message>
    <message>
      <source>Correct the fields that are marked; nothing was changed.</source>
      <translation>Rätta fälten som är markerade; inget ändrades.</translation>
    </message>
    <message>
      <source>Write it without personal data; it stands in the audit trail.</source>
      <translation>Skriv utan personuppgifter; det står i granskningsloggen.</translation>
    </message>
    <message>
      <source>A review is of days that have passed, from the first to the last.</source>
      <translation>En granskning gäller dagar som har gått, från den första till den sista.</translation>
    </message>
    <message>
      <source>Choose a first day before the last one, and a last day that is not to come.</source>
      <translation>Välj en första dag före den sista, och en sista dag som redan har varit.</translation>
    </message>
    <message>
      <source>There is no such open entry in the logbook.</source>
      <translation>Det finns ingen sådan öppen post i loggboken.</translation>
    </message>
    <message>
      <source>Look again: a colleague may have closed it.</source>
      <translation>Titta igen: en kollega kan ha avslutat den.</translation>
    </message>
    <message>
      <source>The settings were changed meanwhile.</source>
      <translation>Inställningarna har ändrats under tiden.</translation>
    </message>
    <message>
      <source>Look again at what they are now, then change them.</source>
      <translation>Titta på hur de är nu och ändra dem sedan.</translation>
    </message>
    <message>
      <source>line {line}: set back, to {at}</source>
      <translation>rad {line}: ställdes tillbaka, till {at}</translation>
    </message>
    <message>
      <source>User</source>
      <translation>Användare</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Namn</translation>
    </message>
    <message>
      <source>Roles</source>
      <translation>Roller</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Tillstånd</translation>
    </message>
    <message>
      <source>Last sign-in</source>
      <translation>Senaste inloggning</translation>
    </message>
    <message>
      <source>Passphrase of</source>
      <translation>Lösenfras från</translation>
    </message>
    <message>
      <source>To look at</source>
      <translation>Att titta på</translation>
    </message>
    <message>
      <source>Users and roles</source>
      <translation>Användare och roller</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Vem</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Vad</translation>
    </message>
    <message>
      <source>How often</source>
      <translation>Hur ofta</translation>
    </message>
    <message>
      <source>When</source>
      <translation>När</translation>
    </message>
    <message>
      <source>Refused sign-ins and signatures, lock-outs</source>
      <translation>Nekade inloggningar och signaturer, utelåsningar</translation>
    </message>
    <message>
      <source>Audit trail</source>
      <translation>Granskningslogg</translation>
    </message>
    <message>
      <source>line {line}: set far ahead, to {at}</source>
      <translation>rad {line}: ställdes långt fram, till {at}</translation>
    </message>
    <message>
      <source>The machine's clock at sign-ins</source>
      <translation>Datorns klocka vid inloggningar</translation>
    </message>
    <message>
      <source>Hand-off</source>
      <translation>Överlämning</translation>
    </message>
    <message>
      <source>Due or queued</source>
      <translation>Senast eller köad</translation>
    </message>
    <message>
      <source>Failed and late hand-offs</source>
      <translation>Misslyckade och försenade överlämningar</translation>
    </message>
    <message>
      <source>Begun</source>
      <translation>Påbörjad</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Slag</translation>
    </message>
    <message>
      <source>Records</source>
      <translation>Poster</translation>
    </message>
    <message>
      <source>Problem</source>
      <translation>Problem</translation>
    </message>
    <message>
      <source>Backups and restore drills</source>
      <translation>Säkerhetskopior och återställningsprov</translation>
    </message>
    <message>
      <source>Legal holds in force</source>
      <translation>Gällande rättsliga spärrar</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Tid</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Resultat</translation>
    </message>
    <message>
      <source>Incidents, trainings, procedures read</source>
      <translation>Avvikelser, utbildningar, lästa rutiner</translation>
    </message>
    <message>
      <source>Users, roles and keys that changed</source>
      <translation>Användare, roller och nycklar som ändrades</translation>
    </message>
    <message>
      <source>Settings that changed</source>
      <translation>Inställningar som ändrades</translation>
    </message>
    <message>
      <source>Copies and exports taken</source>
      <translation>Kopior och exporter som tagits</translation>
    </message>
    <message>
      <source>locked out before a sign-in</source>
      <translation>utelåst före en inloggning</translation>
    </message>
    <message>
      <source>By</source>
      <translation>Av</translation>
    </message>
    <message>
      <source>Action</source>
      <translation>Åtgärd</translation>
    </message>
    <message>
      <source>Record</source>
      <translation>Post</translation>
    </message>
    <message>
      <source>chain</source>
      <translation>kedja</translation>
    </message>
    <message>
      <source>warning</source>
      <translation>varning</translation>
    </message>
    <message>
      <source>clock</source>
      <translation>klocka</translation>
    </message>
    <message>
      <source>Found</source>
      <translation>Funnet</translation>
    </message>
    <message>
      <source>Sign-ins</source>
      <translation>Inloggningar</translation>
    </message>
    <message>
      <source>sending failed</source>
      <translation>sändningen misslyckades</translation>
    </message>
    <message>
      <source>Since</source>
      <translation>Sedan</translation>
    </message>
    <message>
      <source>On</source>
      <translation>Gäller</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Varför</translation>
    </message>
    <message>
      <source>Setting</source>
      <translation>Inställning</translation>
    </message>
    <message>
      <source>Old</source>
      <translation>Före</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Efter</translation>
    </message>
    <message>
      <source>not signed in for {days} days</source>
      <translation>inte inloggad på {days} dagar</translation>
    </message>
    <message>
      <source>passphrase chosen by somebody else</source>
      <translation>lösenfrasen valdes av någon annan</translation>
    </message>
    <message>
      <source>passphrase older than the office allows</source>
      <translation>lösenfrasen är äldre än kontoret tillåter</translation>
    </message>
    <message>
      <source>backup</source>
      <translation>säkerhetskopia</translation>
    </message>
    <message>
      <source>none in this time</source>
      <translation>ingen under den här tiden</translation>
    </message>
    <message>
      <source>restore drill</source>
      <translation>återställningsprov</translation>
    </message>
    <message>
      <source>active</source>
      <translation>aktiv</translation>
    </message>
    <message>
      <source>left</source>
      <translation>har slutat</translation>
    </message>
    <message>
      <source>a person</source>
      <translation>en person</translation>
    </message>
    <message>
      <source>open</source>
      <translation>öppen</translation>
    </message>
    <message>
      <source>incident</source>
      <translation>avvikelse</translation>
    </message>
    <message>
      <source>training</source>
      <translation>utbildning</translation>
    </message>
    <message>
      <source>procedure read</source>
      <translation>läst rutin</translation>
    </message>
    <message>
      <source>{file} is missing.</source>
      <translation>{file} saknas.</translation>
    </message>
    <message>
      <source>{file} was added.</source>
      <translation>{file} har lagts till.</translation>
    </message>
    <message>
      <source>The manifest is not as signed.</source>
      <translation>Förteckningen är inte som den signerades.</translation>
    </message>
    <message>
      <source>The copy was signed with another office's key.</source>
      <translation>Kopian signerades med ett annat kontors nyckel.</translation>
    </message>
    <message>
      <source>The record does not read back as it was copied.</source>
      <translation>Ärendet går inte att läsa tillbaka som det kopierades.</translation>
    </message>
    <message>
      <source>{file} was changed.</source>
      <translation>{file} har ändrats.</translation>
    </message>
    <message>
      <source>Your roles do not allow this: {action}.</source>
      <translation>Dina roller tillåter inte detta: {action}.</translation>
    </message>
    <message>
      <source>Ask a colleague with the role {roles}, or an administrator.</source>
      <translation>Fråga en kollega med rollen {roles}, eller en administratör.</translation>
    </message>
    <message>
      <source>The passphrase is not yours; nothing was signed.</source>
      <translation>Lösenfrasen är inte din; inget signerades.</translation>
    </message>
    <message>
      <source>Type the passphrase you sign in with.</source>
      <translation>Skriv lösenfrasen som du loggar in med.</translation>
    </message>
    <message>
      <source>The user name {name} is or was in use; names are never used again.</source>
      <translation>Användarnamnet {name} är eller har varit i bruk; namn används aldrig igen.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Välj ett annat namn.</translation>
    </message>
    <message>
      <source>A passphrase has at least {least} characters.</source>
      <translation>En lösenfras har minst {least} tecken.</translation>
    </message>
    <message>
      <source>Three or four unrelated words are easy to remember and hard to guess.</source>
      <translation>Tre eller fyra ord utan samband är lätta att minnas och svåra att gissa.</translation>
    </message>
    <message>
      <source>This passphrase is too easy to guess: common words, names, years or runs of keys.</source>
      <translation>Den här lösenfrasen är för lätt att gissa: vanliga ord, namn, årtal eller tangenter i rad.</translation>
    </message>
    <message>
      <source>Take three or four words that have nothing to do with each other, the office or you.</source>
      <translation>Ta tre eller fyra ord som inte har något med varandra, kontoret eller dig att göra.</translation>
    </message>
    <message>
      <source>Your passphrase is older than {days} days; nothing was signed.</source>
      <translation>Din lösenfras är äldre än {days} dagar; inget signerades.</translation>
    </message>
    <message>
      <source>Choose a new passphrase in Office, Keys; then sign.</source>
      <translation>Välj en ny lösenfras under Kontoret, Nycklar; signera sedan.</translation>
    </message>
    <message>
      <source>The old passphrase is not yours; nothing was changed.</source>
      <translation>Den gamla lösenfrasen är inte din; inget har ändrats.</translation>
    </message>
    <message>
      <source>Type the passphrase you sign in with, then the new one twice.</source>
      <translation>Skriv lösenfrasen du loggar in med och sedan den nya två gånger.</translation>
    </message>
    <message>
      <source>{name} is the only administrator who works here.</source>
      <translation>{name} är den enda administratören som arbetar här.</translation>
    </message>
    <message>
      <source>Make somebody else an administrator first.</source>
      <translation>Gör först någon annan till administratör.</translation>
    </message>
    <message>
      <source>{name} works here no more.</source>
      <translation>{name} arbetar inte längre här.</translation>
    </message>
    <message>
      <source>An administrator can let them in again, with a new passphrase.</source>
      <translation>En administratör kan släppa in dem igen, med en ny lösenfras.</translation>
    </message>
    <message>
      <source>This cannot be a user name.</source>
      <translation>Det här kan inte vara ett användarnamn.</translation>
    </message>
    <message>
      <source>Take two to forty letters, digits, dots, hyphens or underscores, without blanks.</source>
      <translation>Ta två till fyrtio bokstäver, siffror, punkter, bindestreck eller understreck, utan blanksteg.</translation>
    </message>
    <message>
      <source>Nobody works here without a role.</source>
      <translation>Ingen arbetar här utan en roll.</translation>
    </message>
    <message>
      <source>Choose at least one role; who leaves is deactivated instead.</source>
      <translation>Välj minst en roll; den som slutar inaktiveras i stället.</translation>
    </message>
    <message>
      <source>You work here no more: an administrator ended it. Nothing was done.</source>
      <translation>Du arbetar inte längre här: en administratör har avslutat det. Ingenting gjordes.</translation>
    </message>
    <message>
      <source>What you typed is still in the window. Ask an administrator before you close it.</source>
      <translation>Det du skrev står kvar i fönstret. Fråga en administratör innan du stänger det.</translation>
    </message>
    <message>
      <source>intake</source>
      <translation>mottagning</translation>
    </message>
    <message>
      <source>specialist</source>
      <translation>specialist</translation>
    </message>
    <message>
      <source>reviewer</source>
      <translation>granskare</translation>
    </message>
    <message>
      <source>approver</source>
      <translation>godkännare</translation>
    </message>
    <message>
      <source>safety</source>
      <translation>säkerhet</translation>
    </message>
    <message>
      <source>quality</source>
      <translation>kvalitet</translation>
    </message>
    <message>
      <source>administrator</source>
      <translation>administratör</translation>
    </message>
    <message>
      <source>auditor</source>
      <translation>revisor</translation>
    </message>
    <message>
      <source>take mail in</source>
      <translation>ta emot post</translation>
    </message>
    <message>
      <source>read mail</source>
      <translation>läsa post</translation>
    </message>
    <message>
      <source>check what was read</source>
      <translation>kontrollera det som lästs</translation>
    </message>
    <message>
      <source>register inquiries</source>
      <translation>registrera ärenden</translation>
    </message>
    <message>
      <source>answer the safety checklist</source>
      <translation>besvara säkerhetschecklistan</translation>
    </message>
    <message>
      <source>classify a defect</source>
      <translation>klassificera en reklamation</translation>
    </message>
    <message>
      <source>hand off to safety or quality</source>
      <translation>lämna över till säkerhet eller kvalitet</translation>
    </message>
    <message>
      <source>read names and addresses of a case</source>
      <translation>läsa namn och adresser i ett fall</translation>
    </message>
    <message>
      <source>read names and addresses of a case without saying why</source>
      <translation>läsa namn och adresser i ett fall utan att ange skäl</translation>
    </message>
    <message>
      <source>write letters</source>
      <translation>skriva brev</translation>
    </message>
    <message>
      <source>review letters</source>
      <translation>granska brev</translation>
    </message>
    <message>
      <source>approve letters</source>
      <translation>godkänna brev</translation>
    </message>
    <message>
      <source>keep the standard responses</source>
      <translation>sköta standardsvaren</translation>
    </message>
    <message>
      <source>send letters</source>
      <translation>skicka brev</translation>
    </message>
    <message>
      <source>search</source>
      <translation>söka</translation>
    </message>
    <message>
      <source>manage users</source>
      <translation>sköta användare</translation>
    </message>
    <message>
      <source>keep products and settings</source>
      <translation>sköta läkemedel och inställningar</translation>
    </message>
    <message>
      <source>read the audit trail</source>
      <translation>läsa spårningsloggen</translation>
    </message>
    <message>
      <source>make backups and try them out</source>
      <translation>göra och prova säkerhetskopior</translation>
    </message>
    <message>
      <source>hold, hand out and erase personal data</source>
      <translation>spärra, lämna ut och radera personuppgifter</translation>
    </message>
    <message>
      <source>take copies of records</source>
      <translation>ta kopior av ärenden</translation>
    </message>
    <message>
      <source>review the office, close incidents</source>
      <translation>granska kontoret, avsluta avvikelser</translation>
    </message>
    <message>
      <source>report incidents</source>
      <translation>rapportera avvikelser</translation>
    </message>
    <message>
      <source>bring a person's name back</source>
      <translation>återställa en persons namn</translation>
    </message>
    <message>
      <source>see identity numbers</source>
      <translation>se personnummer</translation>
    </message>
    <message>
      <source>authored</source>
      <translation>skrev</translation>
    </message>
    <message>
      <source>reviewed</source>
      <translation>granskade</translation>
    </message>
    <message>
      <source>no adverse event or complaint identified</source>
      <translation>ingen biverkning eller reklamation funnen</translation>
    </message>
    <message>
      <source>safety checklist answered</source>
      <translation>säkerhetschecklistan besvarad</translation>
    </message>
    <message>
      <source>reconciliation reviewed</source>
      <translation>avstämningen granskad</translation>
    </message>
    <message>
      <source>periodic review: reviewed</source>
      <translation>periodisk granskning: granskad</translation>
    </message>
    <message>
      <source>“{found}” is a product of ours</source>
      <translation>”{found}” är ett läkemedel av oss</translation>
    </message>
    <message>
      <source>“{found}” looks like {name}</source>
      <translation>”{found}” liknar {name}</translation>
    </message>
    <message>
      <source>“{found}” follows “{cue}”</source>
      <translation>”{found}” följer ”{cue}”</translation>
    </message>
    <message>
      <source>hand over</source>
      <translation>lämna över</translation>
    </message>
    <message>
      <source>being sent</source>
      <translation>på väg</translation>
    </message>
    <message>
      <source>mend the sending</source>
      <translation>åtgärda sändningen</translation>
    </message>
    <message>
      <source>acknowledgement</source>
      <translation>mottagningsbekräftelse</translation>
    </message>
    <message>
      <source>answer a question</source>
      <translation>svara på en fråga</translation>
    </message>
    <message>
      <source>follow up</source>
      <translation>följ upp</translation>
    </message>
    <message>
      <source>sign the checklist</source>
      <translation>signera checklistan</translation>
    </message>
    <message>
      <source>{question}</source>
      <translation>{question}</translation>
    </message>
    <message>
      <source>waits for its way out</source>
      <translation>väntar på att kunna skickas</translation>
    </message>
    <message>
      <source>version {version}</source>
      <translation>version {version}</translation>
    </message>
    <message>
      <source>{code}</source>
      <translation>{code}</translation>
    </message>
    <message>
      <source>“{unit}” is no unit here</source>
      <translation>”{unit}” är ingen enhet här</translation>
    </message>
    <message>
      <source>“{number}” looks like a personal identity number: leave it out</source>
      <translation>”{number}” ser ut som ett personnummer: utelämna det</translation>
    </message>
    <message>
      <source>initials are enough: leave the name out</source>
      <translation>initialer räcker: utelämna namnet</translation>
    </message>
    <message>
      <source>the batch has “{characters}”; compare it with the pack</source>
      <translation>batchnumret innehåller ”{characters}”; jämför med förpackningen</translation>
    </message>
    <message>
      <source>{later} is before {earlier}</source>
      <translation>{later} ligger före {earlier}</translation>
    </message>
    <message>
      <source>taken from {start}, after the pack's expiry</source>
      <translation>taget från {start}, efter förpackningens utgångsdatum</translation>
    </message>
    <message>
      <source>does not fit the date of birth {birth}</source>
      <translation>stämmer inte med födelsedatumet {birth}</translation>
    </message>
    <message>
      <source>one medicine must be suspect, interacting or not administered</source>
      <translation>ett läkemedel måste vara misstänkt, interagerande eller inte givet</translation>
    </message>
    <message>
      <source>this kind of defect is critical to begin with</source>
      <translation>den här typen av defekt är kritisk från början</translation>
    </message>
    <message>
      <source>class I: alert within 24 hours; telephone the authority before a recall</source>
      <translation>klass I: larm inom 24 timmar; ring myndigheten före en indragning</translation>
    </message>
    <message>
      <source>ask whether it is a used sharp, cytotoxic or infectious</source>
      <translation>fråga om det är använt stickande/skärande, cytostatiskt eller smittförande</translation>
    </message>
    <message>
      <source>give it, or say why there is none</source>
      <translation>ange det, eller säg varför det saknas</translation>
    </message>
    <message>
      <source>telephone the authority before a recall</source>
      <translation>ring myndigheten före en indragning</translation>
    </message>
    <message>
      <source>“{text}” is not in the list</source>
      <translation>”{text}” finns inte i listan</translation>
    </message>
    <message>
      <source>{date} is after today</source>
      <translation>{date} ligger efter dagens datum</translation>
    </message>
    <message>
      <source>the age is enough: leave the date of birth out</source>
      <translation>åldern räcker: utelämna födelsedatumet</translation>
    </message>
    <message>
      <source>the patient died: ask when</source>
      <translation>patienten dog: fråga när</translation>
    </message>
    <message>
      <source>the patient died: ask for an autopsy</source>
      <translation>patienten dog: fråga om obduktion</translation>
    </message>
    <message>
      <source>the patient died: ask for the cause</source>
      <translation>patienten dog: fråga om dödsorsaken</translation>
    </message>
    <message>
      <source>version {first} is used before; one a report</source>
      <translation>version {first} används tidigare; en per rapport</translation>
    </message>
    <message>
      <source>critical: telephone quality today</source>
      <translation>kritisk: ring kvalitetsavdelningen i dag</translation>
    </message>
    <message>
      <source>agree a safe way back before anything is sent</source>
      <translation>kom överens om en säker returväg innan något skickas</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
    </message>
    <message>
      <source>no</source>
      <translation>nej</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>inte känt</translation>
    </message>
    <message>
      <source>does not apply</source>
      <translation>ej tillämpligt</translation>
    </message>
    <message>
      <source>spontaneous</source>
      <translation>spontan</translation>
    </message>
    <message>
      <source>from a study</source>
      <translation>från en studie</translation>
    </message>
    <message>
      <source>other kind of report</source>
      <translation>annan typ av rapport</translation>
    </message>
    <message>
      <source>not known to the sender</source>
      <translation>okänt för avsändaren</translation>
    </message>
    <message>
      <source>consumer or other non-professional</source>
      <translation>konsument eller annan utan vårdyrke</translation>
    </message>
    <message>
      <source>primary source</source>
      <translation>primärkälla</translation>
    </message>
    <message>
      <source>nullified</source>
      <translation>annullerad</translation>
    </message>
    <message>
      <source>amended</source>
      <translation>ändrad</translation>
    </message>
    <message>
      <source>regulator</source>
      <translation>myndighet</translation>
    </message>
    <message>
      <source>another sender</source>
      <translation>annan avsändare</translation>
    </message>
    <message>
      <source>clinical trial</source>
      <translation>klinisk prövning</translation>
    </message>
    <message>
      <source>individual patient use, licence or named patient</source>
      <translation>enskild patient, licens eller namngiven patient</translation>
    </message>
    <message>
      <source>other study</source>
      <translation>annan studie</translation>
    </message>
    <message>
      <source>foetus</source>
      <translation>foster</translation>
    </message>
    <message>
      <source>newborn</source>
      <translation>nyfödd</translation>
    </message>
    <message>
      <source>infant</source>
      <translation>spädbarn</translation>
    </message>
    <message>
      <source>child</source>
      <translation>barn</translation>
    </message>
    <message>
      <source>adolescent</source>
      <translation>tonåring</translation>
    </message>
    <message>
      <source>adult</source>
      <translation>vuxen</translation>
    </message>
    <message>
      <source>elderly</source>
      <translation>äldre</translation>
    </message>
    <message>
      <source>male</source>
      <translation>man</translation>
    </message>
    <message>
      <source>female</source>
      <translation>kvinna</translation>
    </message>
    <message>
      <source>recovered</source>
      <translation>tillfrisknad</translation>
    </message>
    <message>
      <source>recovering</source>
      <translation>på bättringsvägen</translation>
    </message>
    <message>
      <source>not recovered</source>
      <translation>inte tillfrisknad</translation>
    </message>
    <message>
      <source>recovered with sequelae</source>
      <translation>tillfrisknad med men</translation>
    </message>
    <message>
      <source>fatal</source>
      <translation>dödlig</translation>
    </message>
    <message>
      <source>highlighted, not serious</source>
      <translation>framhållen, inte allvarlig</translation>
    </message>
    <message>
      <source>not highlighted, not serious</source>
      <translation>inte framhållen, inte allvarlig</translation>
    </message>
    <message>
      <source>highlighted, serious</source>
      <translation>framhållen, allvarlig</translation>
    </message>
    <message>
      <source>not highlighted, serious</source>
      <translation>inte framhållen, allvarlig</translation>
    </message>
    <message>
      <source>positive</source>
      <translation>positivt</translation>
    </message>
    <message>
      <source>negative</source>
      <translation>negativt</translation>
    </message>
    <message>
      <source>borderline</source>
      <translation>gränsvärde</translation>
    </message>
    <message>
      <source>inconclusive</source>
      <translation>ej entydigt</translation>
    </message>
    <message>
      <source>suspect</source>
      <translation>misstänkt</translation>
    </message>
    <message>
      <source>concomitant</source>
      <translation>samtidigt</translation>
    </message>
    <message>
      <source>interacting</source>
      <translation>interagerande</translation>
    </message>
    <message>
      <source>not administered</source>
      <translation>inte givet</translation>
    </message>
    <message>
      <source>dose reduced</source>
      <translation>dosen sänkt</translation>
    </message>
    <message>
      <source>dose increased</source>
      <translation>dosen höjd</translation>
    </message>
    <message>
      <source>dose not changed</source>
      <translation>dosen oförändrad</translation>
    </message>
    <message>
      <source>given again, it came back</source>
      <translation>givet igen, återkom</translation>
    </message>
    <message>
      <source>given again, it did not come back</source>
      <translation>givet igen, återkom inte</translation>
    </message>
    <message>
      <source>given again, outcome not known</source>
      <translation>givet igen, utfall okänt</translation>
    </message>
    <message>
      <source>not given again</source>
      <translation>inte givet igen</translation>
    </message>
    <message>
      <source>counterfeit</source>
      <translation>förfalskat</translation>
    </message>
    <message>
      <source>overdose</source>
      <translation>överdos</translation>
    </message>
    <message>
      <source>taken by the father</source>
      <translation>taget av fadern</translation>
    </message>
    <message>
      <source>taken beyond its expiry</source>
      <translation>taget efter utgångsdatum</translation>
    </message>
    <message>
      <source>batch tested, within specification</source>
      <translation>batch testad, inom specifikation</translation>
    </message>
    <message>
      <source>batch tested, not within specification</source>
      <translation>batch testad, utanför specifikation</translation>
    </message>
    <message>
      <source>medication error</source>
      <translation>medicineringsfel</translation>
    </message>
    <message>
      <source>misuse</source>
      <translation>felanvändning</translation>
    </message>
    <message>
      <source>abuse</source>
      <translation>missbruk</translation>
    </message>
    <message>
      <source>occupational exposure</source>
      <translation>exponering i arbetet</translation>
    </message>
    <message>
      <source>off-label use</source>
      <translation>användning utanför godkännandet</translation>
    </message>
    <message>
      <source>years</source>
      <translation>år</translation>
    </message>
    <message>
      <source>months</source>
      <translation>månader</translation>
    </message>
    <message>
      <source>weeks</source>
      <translation>veckor</translation>
    </message>
    <message>
      <source>days</source>
      <translation>dagar</translation>
    </message>
    <message>
      <source>hours</source>
      <translation>timmar</translation>
    </message>
    <message>
      <source>decades</source>
      <translation>årtionden</translation>
    </message>
    <message>
      <source>trimester</source>
      <translation>trimester</translation>
    </message>
    <message>
      <source>minutes</source>
      <translation>minuter</translation>
    </message>
    <message>
      <source>seconds</source>
      <translation>sekunder</translation>
    </message>
    <message>
      <source>cyclical</source>
      <translation>cykliskt</translation>
    </message>
    <message>
      <source>as necessary</source>
      <translation>vid behov</translation>
    </message>
    <message>
      <source>in all</source>
      <translation>totalt</translation>
    </message>
    <message>
      <source>mg</source>
      <translation>mg</translation>
    </message>
    <message>
      <source>g</source>
      <translation>g</translation>
    </message>
    <message>
      <source>µg</source>
      <translation>µg</translation>
    </message>
    <message>
      <source>ng</source>
      <translation>ng</translation>
    </message>
    <message>
      <source>ml</source>
      <translation>ml</translation>
    </message>
    <message>
      <source>µl</source>
      <translation>µl</translation>
    </message>
    <message>
      <source>l</source>
      <translation>l</translation>
    </message>
    <message>
      <source>IU</source>
      <translation>IE</translation>
    </message>
    <message>
      <source>thousand IU</source>
      <translation>tusen IE</translation>
    </message>
    <message>
      <source>million IU</source>
      <translation>miljoner IE</translation>
    </message>
    <message>
      <source>mg per kg</source>
      <translation>mg per kg</translation>
    </message>
    <message>
      <source>µg per kg</source>
      <translation>µg per kg</translation>
    </message>
    <message>
      <source>mg per m²</source>
      <translation>mg per m²</translation>
    </message>
    <message>
      <source>mmol</source>
      <translation>mmol</translation>
    </message>
    <message>
      <source>mEq</source>
      <translation>mEkv</translation>
    </message>
    <message>
      <source>%</source>
      <translation>%</translation>
    </message>
    <message>
      <source>drops</source>
      <translation>droppar</translation>
    </message>
    <message>
      <source>dose forms (tablets, puffs)</source>
      <translation>dosenheter (tabletter, puffar)</translation>
    </message>
    <message>
      <source>mg per ml</source>
      <translation>mg per ml</translation>
    </message>
    <message>
      <source>µg per ml</source>
      <translation>µg per ml</translation>
    </message>
    <message>
      <source>appearance: colour, shape, broken, cloudy</source>
      <translation>utseende: färg, form, trasig, grumlig</translation>
    </message>
    <message>
      <source>contamination: foreign matter, particles, glass, insect</source>
      <translation>förorening: främmande föremål, partiklar, glas, insekt</translation>
    </message>
    <message>
      <source>count or fill: missing, extra, underfilled</source>
      <translation>antal eller fyllnad: saknas, för många, för lite</translation>
    </message>
    <message>
      <source>primary pack: leak, seal, blister, closure</source>
      <translation>innerförpackning: läckage, försegling, blister, förslutning</translation>
    </message>
    <message>
      <source>carton</source>
      <translation>kartong</translation>
    </message>
    <message>
      <source>label or print</source>
      <translation>märkning eller tryck</translation>
    </message>
    <message>
      <source>product mix-up</source>
      <translation>produktförväxling</translation>
    </message>
    <message>
      <source>leaflet missing or wrong</source>
      <translation>bipacksedel saknas eller är fel</translation>
    </message>
    <message>
      <source>strength or dissolution suspected</source>
      <translation>misstänkt styrka eller upplösning</translation>
    </message>
    <message>
      <source>lack of effect with a suspected defect</source>
      <translation>utebliven effekt med misstänkt defekt</translation>
    </message>
    <message>
      <source>device, pen, inhaler, needle</source>
      <translation>hjälpmedel, penna, inhalator, nål</translation>
    </message>
    <message>
      <source>stability or temperature</source>
      <translation>hållbarhet eller temperatur</translation>
    </message>
    <message>
      <source>sterility</source>
      <translation>sterilitet</translation>
    </message>
    <message>
      <source>tampering</source>
      <translation>manipulering</translation>
    </message>
    <message>
      <source>falsified or stolen</source>
      <translation>förfalskad eller stulen</translation>
    </message>
    <message>
      <source>verification alert on the pack's code</source>
      <translation>larm vid kontroll av förpackningskoden</translation>
    </message>
    <message>
      <source>distribution or transport</source>
      <translation>distribution eller transport</translation>
    </message>
    <message>
      <source>taste or smell</source>
      <translation>smak eller lukt</translation>
    </message>
    <message>
      <source>another defect</source>
      <translation>annan defekt</translation>
    </message>
    <message>
      <source>critical</source>
      <translation>kritisk</translation>
    </message>
    <message>
      <source>major</source>
      <translation>större</translation>
    </message>
    <message>
      <source>minor</source>
      <translation>mindre</translation>
    </message>
    <message>
      <source>class I: use may be life-threatening or do serious harm</source>
      <translation>Klass I: Användning kan vara livshotande eller ge allvarlig skada.</translation>
    </message>
    <message>
      <source>class II: use may cause illness or wrong treatment, not life-threatening</source>
      <translation>Klass II: Användning kan orsaka sjukdom eller felbehandling, utan att vara livshotande.</translation>
    </message>
    <message>
      <source>class III: use is no tangible risk to health; withdrawn for another reason</source>
      <translation>Klass III: Användning medför ingen påtaglig hälsorisk. Produkten dras in av annan orsak.</translation>
    </message>
    <message>
      <source>in a return kit that quality sent</source>
      <translation>i ett returkit som kvalitet har skickat</translation>
    </message>
    <message>
      <source>fetched by a carrier of dangerous goods</source>
      <translation>hämtas av transportör av farligt gods</translation>
    </message>
    <message>
      <source>through a pharmacy or hospital, in its container</source>
      <translation>via apotek eller sjukhus, i sin behållare</translation>
    </message>
    <message>
      <source>it stays where it is, safely kept</source>
      <translation>stannar där det är, säkert förvarat</translation>
    </message>
    <message>
      <source>pharmacy</source>
      <translation>apotek</translation>
    </message>
    <message>
      <source>hospital</source>
      <translation>sjukhus</translation>
    </message>
    <message>
      <source>online</source>
      <translation>online</translation>
    </message>
    <message>
      <source>wholesaler</source>
      <translation>grossist</translation>
    </message>
    <message>
      <source>abroad</source>
      <translation>utomlands</translation>
    </message>
    <message>
      <source>from a private person</source>
      <translation>av en privatperson</translation>
    </message>
    <message>
      <source>not available</source>
      <translation>inte tillgängligt</translation>
    </message>
    <message>
      <source>the label is lost</source>
      <translation>etiketten är borta</translation>
    </message>
    <message>
      <source>does not want to say</source>
      <translation>vill inte säga</translation>
    </message>
    <message>
      <source>will call back</source>
      <translation>ringer tillbaka</translation>
    </message>
    <message>
      <source>sample requested</source>
      <translation>prov begärt</translation>
    </message>
    <message>
      <source>return kit sent</source>
      <translation>returförpackning skickad</translation>
    </message>
    <message>
      <source>sample sent</source>
      <translation>prov skickat</translation>
    </message>
    <message>
      <source>sample received</source>
      <translation>prov mottaget</translation>
    </message>
    <message>
      <source>sample passed on</source>
      <translation>prov lämnat vidare</translation>
    </message>
    <message>
      <source>sample kept here</source>
      <translation>prov förvaras här</translation>
    </message>
    <message>
      <source>its mother</source>
      <translation>dess mor</translation>
    </message>
    <message>
      <source>her child</source>
      <translation>hennes barn</translation>
    </message>
    <message>
      <source>another patient of the same mail</source>
      <translation>en annan patient i samma brev</translation>
    </message>
    <message>
      <source>a complaint about the same product</source>
      <translation>en reklamation av samma produkt</translation>
    </message>
    <message>
      <source>an adverse event with the same product</source>
      <translation>en biverkning av samma produkt</translation>
    </message>
    <message>
      <source>another case</source>
      <translation>ett annat fall</translation>
    </message>
    <message>
      <source>product as reported</source>
      <translation>produkt enligt anmälaren</translation>
    </message>
    <message>
      <source>strength</source>
      <translation>styrka</translation>
    </message>
    <message>
      <source>form</source>
      <translation>beredningsform</translation>
    </message>
    <message>
      <source>pack size</source>
      <translation>förpackningsstorlek</translation>
    </message>
    <message>
      <source>authorisation number</source>
      <translation>godkännandenummer</translation>
    </message>
    <message>
      <source>holder</source>
      <translation>innehavare</translation>
    </message>
    <message>
      <source>article number on the pack (GTIN)</source>
      <translation>artikelnummer på förpackningen (GTIN)</translation>
    </message>
    <message>
      <source>Nordic article number</source>
      <translation>nordiskt varunummer</translation>
    </message>
    <message>
      <source>batch</source>
      <translation>batchnummer</translation>
    </message>
    <message>
      <source>why there is no batch</source>
      <translation>varför batch saknas</translation>
    </message>
    <message>
      <source>expiry</source>
      <translation>utgångsdatum</translation>
    </message>
    <message>
      <source>why there is no expiry</source>
      <translation>varför utgångsdatum saknas</translation>
    </message>
    <message>
      <source>serial number of the pack</source>
      <translation>förpackningens serienummer</translation>
    </message>
    <message>
      <source>the pack's code as scanned</source>
      <translation>förpackningskoden som den lästes</translation>
    </message>
    <message>
      <source>made at</source>
      <translation>tillverkad vid</translation>
    </message>
    <message>
      <source>bought in</source>
      <translation>köpt i (land)</translation>
    </message>
    <message>
      <source>bought at</source>
      <translation>köpt hos</translation>
    </message>
    <message>
      <source>bought on</source>
      <translation>köpt den</translation>
    </message>
    <message>
      <source>opened</source>
      <translation>öppnad</translation>
    </message>
    <message>
      <source>used</source>
      <translation>använd</translation>
    </message>
    <message>
      <source>a dose was taken</source>
      <translation>en dos togs</translation>
    </message>
    <message>
      <source>how many are affected</source>
      <translation>hur många som berörs</translation>
    </message>
    <message>
      <source>how many are left</source>
      <translation>hur många som är kvar</translation>
    </message>
    <message>
      <source>how it was kept: temperature, light, travel</source>
      <translation>hur den förvarats: temperatur, ljus, resa</translation>
    </message>
    <message>
      <source>in the complainant's words</source>
      <translation>med anmälarens ord</translation>
    </message>
    <message>
      <source>kind of defect</source>
      <translation>typ av defekt</translation>
    </message>
    <message>
      <source>criticality, first sight</source>
      <translation>allvarlighetsgrad, första bedömning</translation>
    </message>
    <message>
      <source>criticality, by quality</source>
      <translation>allvarlighetsgrad, enligt kvalitet</translation>
    </message>
    <message>
      <source>alert class, by quality</source>
      <translation>indragningsklass, enligt kvalitet</translation>
    </message>
    <message>
      <source>noticed on</source>
      <translation>upptäckt den</translation>
    </message>
    <message>
      <source>noticed by</source>
      <translation>upptäckt av</translation>
    </message>
    <message>
      <source>seal unbroken</source>
      <translation>förseglingen obruten</translation>
    </message>
    <message>
      <source>falsified?</source>
      <translation>förfalskad?</translation>
    </message>
    <message>
      <source>why falsified</source>
      <translation>varför förfalskad</translation>
    </message>
    <message>
      <source>somebody was harmed</source>
      <translation>någon skadades</translation>
    </message>
    <message>
      <source>a patient used it</source>
      <translation>en patient använde den</translation>
    </message>
    <message>
      <source>picture shows</source>
      <translation>bilden visar</translation>
    </message>
    <message>
      <source>taken by</source>
      <translation>tagen av</translation>
    </message>
    <message>
      <source>step</source>
      <translation>steg</translation>
    </message>
    <message>
      <source>on</source>
      <translation>den</translation>
    </message>
    <message>
      <source>by whom, to whom</source>
      <translation>av vem, till vem</translation>
    </message>
    <message>
      <source>carrier and its number</source>
      <translation>transportör och dess nummer</translation>
    </message>
    <message>
      <source>condition, seal</source>
      <translation>skick, försegling</translation>
    </message>
    <message>
      <source>sample to be had</source>
      <translation>prov finns</translation>
    </message>
    <message>
      <source>sharp, cytotoxic or infectious</source>
      <translation>vasst, cytotoxiskt eller smittsamt</translation>
    </message>
    <message>
      <source>safe way back</source>
      <translation>säker returväg</translation>
    </message>
    <message>
      <source>wants a new pack</source>
      <translation>vill ha en ny förpackning</translation>
    </message>
    <message>
      <source>wants the money back</source>
      <translation>vill ha pengarna tillbaka</translation>
    </message>
    <message>
      <source>may be contacted</source>
      <translation>får kontaktas</translation>
    </message>
    <message>
      <source>quality's number</source>
      <translation>kvalitetsavdelningens nummer</translation>
    </message>
    <message>
      <source>how it ended</source>
      <translation>hur det slutade</translation>
    </message>
    <message>
      <source>active substance</source>
      <translation>aktiv substans</translation>
    </message>
    <message>
      <source>dose</source>
      <translation>dos</translation>
    </message>
    <message>
      <source>one dose every</source>
      <translation>en dos var</translation>
    </message>
    <message>
      <source>dose in words</source>
      <translation>dosering i ord</translation>
    </message>
    <message>
      <source>taken from</source>
      <translation>taget från</translation>
    </message>
    <message>
      <source>taken until</source>
      <translation>taget till</translation>
    </message>
    <message>
      <source>taken for</source>
      <translation>taget under</translation>
    </message>
    <message>
      <source>way it was given</source>
      <translation>administreringssätt</translation>
    </message>
    <message>
      <source>way it was given to the parent</source>
      <translation>administreringssätt för föräldern</translation>
    </message>
    <message>
      <source>taken for which condition</source>
      <translation>taget mot (indikation)</translation>
    </message>
    <message>
      <source>MedDRA code and version</source>
      <translation>MedDRA-kod och version</translation>
    </message>
    <message>
      <source>when given again</source>
      <translation>vid återinsättning</translation>
    </message>
    <message>
      <source>first dose to event</source>
      <translation>första dos till händelse</translation>
    </message>
    <message>
      <source>last dose to event</source>
      <translation>sista dos till händelse</translation>
    </message>
    <message>
      <source>who judged the cause</source>
      <translation>vem som bedömt orsaken</translation>
    </message>
    <message>
      <source>how the cause was judged</source>
      <translation>hur orsaken bedömts</translation>
    </message>
    <message>
      <source>what was judged</source>
      <translation>vad som bedömts</translation>
    </message>
    <message>
      <source>role</source>
      <translation>roll</translation>
    </message>
    <message>
      <source>name as reported</source>
      <translation>namn enligt anmälaren</translation>
    </message>
    <message>
      <source>country where it was got</source>
      <translation>land där det skaffades</translation>
    </message>
    <message>
      <source>country of authorisation</source>
      <translation>land för godkännandet</translation>
    </message>
    <message>
      <source>dose in all before the first event</source>
      <translation>total dos före första händelsen</translation>
    </message>
    <message>
      <source>gestation when exposed</source>
      <translation>graviditetslängd vid exponering</translation>
    </message>
    <message>
      <source>what was done with it</source>
      <translation>åtgärd med läkemedlet</translation>
    </message>
    <message>
      <source>better after stopping</source>
      <translation>bättre efter utsättning</translation>
    </message>
    <message>
      <source>special situations</source>
      <translation>särskilda situationer</translation>
    </message>
    <message>
      <source>more about it</source>
      <translation>mer om det</translation>
    </message>
    <message>
      <source>{count} characters too many; at most {limit}</source>
      <translation>{count} tecken för mycket; högst {limit}</translation>
    </message>
    <message>
      <source>“{text}” is neither yes nor no</source>
      <translation>”{text}” är varken ja eller nej</translation>
    </message>
    <message>
      <source>“{text}” is no country; type two letters, SE</source>
      <translation>”{text}” är inget land; skriv två bokstäver, SE</translation>
    </message>
    <message>
      <source>“{text}” is no language; type three letters, swe</source>
      <translation>”{text}” är inget språk; skriv tre bokstäver, swe</translation>
    </message>
    <message>
      <source>1 character too many; at most {limit}</source>
      <translation>1 tecken för mycket; högst {limit}</translation>
    </message>
    <message>
      <source>“{text}” is no date; type 2026, 2026-03 or 2026-03-14</source>
      <translation>”{text}” är inget datum; skriv 2026, 2026-03 eller 2026-03-14</translation>
    </message>
    <message>
      <source>“{text}” is no number with a unit</source>
      <translation>”{text}” är inget tal med enhet</translation>
    </message>
    <message>
      <source>“{unit}” is no unit here; add one: {units}</source>
      <translation>”{unit}” är ingen enhet här; lägg till en: {units}</translation>
    </message>
    <message>
      <source>“{text}” is no number</source>
      <translation>”{text}” är inget tal</translation>
    </message>
    <message>
      <source>“{text}” is no MedDRA code; type 8 digits and the version, 28.1</source>
      <translation>”{text}” är ingen MedDRA-kod; skriv 8 siffror och versionen, 28.1</translation>
    </message>
    <message>
      <source>“{text}” has no unit; add one: {units}</source>
      <translation>”{text}” saknar enhet; lägg till en: {units}</translation>
    </message>
    <message>
      <source>The case {number} was not saved: {field}: {why}.</source>
      <translation>Fallet {number} sparades inte: {field}: {why}.</translation>
    </message>
    <message>
      <source>Correct the field that is marked; nothing was cut or left out.</source>
      <translation>Rätta det markerade fältet; inget har kapats eller utelämnats.</translation>
    </message>
    <message>
      <source>The pack's code could not be read: {raw}. {why}</source>
      <translation>Förpackningskoden kunde inte tolkas: {raw}. {why}</translation>
    </message>
    <message>
      <source>Scan the square code again, or type batch and expiry as they are printed.</source>
      <translation>Läs den fyrkantiga koden igen, eller skriv batch och utgångsdatum som de är tryckta.</translation>
    </message>
    <message>
      <source>The case has no field {path}.</source>
      <translation>Fallet har inget fält {path}.</translation>
    </message>
    <message>
      <source>Choose a field of the form.</source>
      <translation>Välj ett fält i formuläret.</translation>
    </message>
    <message>
      <source>{one} and {other} cannot be linked.</source>
      <translation>{one} och {other} kan inte länkas.</translation>
    </message>
    <message>
      <source>Link two different cases: a mother and her child, or patients of the same mail.</source>
      <translation>Länka två olika fall: en mor och hennes barn, eller patienter i samma brev.</translation>
    </message>
    <message>
      <source>Names and addresses of a case lie apart; a sentence that says what for is missing.</source>
      <translation>Namn och adresser i ett fall förvaras åtskilda; en mening om vad de behövs till saknas.</translation>
    </message>
    <message>
      <source>Write why you need them; it stands in the audit trail.</source>
      <translation>Skriv varför du behöver dem; det står i granskningsloggen.</translation>
    </message>
    <message>
      <source>in the reporter's words</source>
      <translation>med rapportörens ord</translation>
    </message>
    <message>
      <source>language of the words</source>
      <translation>ordens språk</translation>
    </message>
    <message>
      <source>translation of the words</source>
      <translation>översättning av orden</translation>
    </message>
    <message>
      <source>highlighted by the reporter</source>
      <translation>framhållen av rapportören</translation>
    </message>
    <message>
      <source>died of it</source>
      <translation>avled av den</translation>
    </message>
    <message>
      <source>life-threatening at the time</source>
      <translation>livshotande när det hände</translation>
    </message>
    <message>
      <source>hospital, or longer there</source>
      <translation>sjukhusvård, eller förlängd</translation>
    </message>
    <message>
      <source>lasting disability</source>
      <translation>bestående funktionsnedsättning</translation>
    </message>
    <message>
      <source>birth defect</source>
      <translation>medfödd missbildning</translation>
    </message>
    <message>
      <source>otherwise medically important</source>
      <translation>annars medicinskt betydelsefull</translation>
    </message>
    <message>
      <source>began</source>
      <translation>började</translation>
    </message>
    <message>
      <source>ended</source>
      <translation>upphörde</translation>
    </message>
    <message>
      <source>lasted</source>
      <translation>varade</translation>
    </message>
    <message>
      <source>outcome</source>
      <translation>utfall</translation>
    </message>
    <message>
      <source>confirmed by a health professional</source>
      <translation>bekräftad av vårdpersonal</translation>
    </message>
    <message>
      <source>country where it happened</source>
      <translation>land där det hände</translation>
    </message>
    <message>
      <source>day of the test</source>
      <translation>provdatum</translation>
    </message>
    <message>
      <source>test</source>
      <translation>prov</translation>
    </message>
    <message>
      <source>result</source>
      <translation>resultat</translation>
    </message>
    <message>
      <source>value</source>
      <translation>värde</translation>
    </message>
    <message>
      <source>unit of the value, UCUM</source>
      <translation>värdets enhet, UCUM</translation>
    </message>
    <message>
      <source>result in words</source>
      <translation>resultat i ord</translation>
    </message>
    <message>
      <source>lowest normal value</source>
      <translation>lägsta normalvärde</translation>
    </message>
    <message>
      <source>highest normal value</source>
      <translation>högsta normalvärde</translation>
    </message>
    <message>
      <source>comments</source>
      <translation>kommentarer</translation>
    </message>
    <message>
      <source>It is no code of a medicine's pack, or a digit is wrong.</source>
      <translation>Det är ingen läkemedelsförpacknings kod, eller så är en siffra fel.</translation>
    </message>
    <message>
      <source>Its separators may be lost: the scanner must send them (ASCII 29).</source>
      <translation>Skiljetecknen kan ha gått förlorade: läsaren måste skicka dem (ASCII 29).</translation>
    </message>
    <message>
      <source>condition</source>
      <translation>tillstånd</translation>
    </message>
    <message>
      <source>still there</source>
      <translation>pågår</translation>
    </message>
    <message>
      <source>in the family</source>
      <translation>i familjen</translation>
    </message>
    <message>
      <source>earlier medicine</source>
      <translation>tidigare läkemedel</translation>
    </message>
    <message>
      <source>from</source>
      <translation>från</translation>
    </message>
    <message>
      <source>until</source>
      <translation>till</translation>
    </message>
    <message>
      <source>for: MedDRA code and version</source>
      <translation>mot: MedDRA-kod och version</translation>
    </message>
    <message>
      <source>reaction: MedDRA code and version</source>
      <translation>reaktion: MedDRA-kod och version</translation>
    </message>
    <message>
      <source>cause of death</source>
      <translation>dödsorsak</translation>
    </message>
    <message>
      <source>cause found by autopsy</source>
      <translation>orsak enligt obduktion</translation>
    </message>
    <message>
      <source>date of death</source>
      <translation>dödsdatum</translation>
    </message>
    <message>
      <source>autopsy done</source>
      <translation>obduktion gjord</translation>
    </message>
    <message>
      <source>parent's initials</source>
      <translation>förälderns initialer</translation>
    </message>
    <message>
      <source>parent's date of birth</source>
      <translation>förälderns födelsedatum</translation>
    </message>
    <message>
      <source>parent's age</source>
      <translation>förälderns ålder</translation>
    </message>
    <message>
      <source>mother's last menstrual period</source>
      <translation>moderns senaste mens</translation>
    </message>
    <message>
      <source>parent's weight, kg</source>
      <translation>förälderns vikt, kg</translation>
    </message>
    <message>
      <source>parent's height, cm</source>
      <translation>förälderns längd, cm</translation>
    </message>
    <message>
      <source>parent's sex</source>
      <translation>förälderns kön</translation>
    </message>
    <message>
      <source>parent's history</source>
      <translation>förälderns sjukhistoria</translation>
    </message>
    <message>
      <source>initials</source>
      <translation>initialer</translation>
    </message>
    <message>
      <source>record number, general practitioner</source>
      <translation>journalnummer, vårdcentral</translation>
    </message>
    <message>
      <source>record number, specialist</source>
      <translation>journalnummer, specialist</translation>
    </message>
    <message>
      <source>record number, hospital</source>
      <translation>journalnummer, sjukhus</translation>
    </message>
    <message>
      <source>record number, investigation</source>
      <translation>journalnummer, prövning</translation>
    </message>
    <message>
      <source>date of birth</source>
      <translation>födelsedatum</translation>
    </message>
    <message>
      <source>age when it began</source>
      <translation>ålder när det började</translation>
    </message>
    <message>
      <source>gestation when seen in the foetus</source>
      <translation>graviditetslängd när det sågs hos fostret</translation>
    </message>
    <message>
      <source>age group</source>
      <translation>åldersgrupp</translation>
    </message>
    <message>
      <source>weight, kg</source>
      <translation>vikt, kg</translation>
    </message>
    <message>
      <source>height, cm</source>
      <translation>längd, cm</translation>
    </message>
    <message>
      <source>sex</source>
      <translation>kön</translation>
    </message>
    <message>
      <source>last menstrual period</source>
      <translation>senaste mens</translation>
    </message>
    <message>
      <source>expected date of delivery</source>
      <translation>beräknad förlossning</translation>
    </message>
    <message>
      <source>relevant history</source>
      <translation>relevant sjukhistoria</translation>
    </message>
    <message>
      <source>other medicines at the time</source>
      <translation>andra läkemedel samtidigt</translation>
    </message>
    <message>
      <source>whose number</source>
      <translation>vems nummer</translation>
    </message>
    <message>
      <source>its number there</source>
      <translation>numret där</translation>
    </message>
    <message>
      <source>linked case</source>
      <translation>länkat fall</translation>
    </message>
    <message>
      <source>which is</source>
      <translation>som är</translation>
    </message>
    <message>
      <source>document</source>
      <translation>dokument</translation>
    </message>
    <message>
      <source>kind of report</source>
      <translation>typ av rapport</translation>
    </message>
    <message>
      <source>first received</source>
      <translation>först mottaget</translation>
    </message>
    <message>
      <source>most recent information</source>
      <translation>senaste information</translation>
    </message>
    <message>
      <source>meets the local criteria for an expedited report</source>
      <translation>uppfyller de lokala kraven på snabbrapport</translation>
    </message>
    <message>
      <source>control number</source>
      <translation>kontrollnummer</translation>
    </message>
    <message>
      <source>worldwide number</source>
      <translation>globalt nummer</translation>
    </message>
    <message>
      <source>first sender</source>
      <translation>första avsändare</translation>
    </message>
    <message>
      <source>nullified or amended</source>
      <translation>annullerad eller ändrad</translation>
    </message>
    <message>
      <source>why nullified or amended</source>
      <translation>varför annullerad eller ändrad</translation>
    </message>
    <message>
      <source>title</source>
      <translation>titel</translation>
    </message>
    <message>
      <source>given name</source>
      <translation>förnamn</translation>
    </message>
    <message>
      <source>middle name</source>
      <translation>mellannamn</translation>
    </message>
    <message>
      <source>family name</source>
      <translation>efternamn</translation>
    </message>
    <message>
      <source>profession</source>
      <translation>yrke</translation>
    </message>
    <message>
      <source>organisation</source>
      <translation>organisation</translation>
    </message>
    <message>
      <source>department</source>
      <translation>avdelning</translation>
    </message>
    <message>
      <source>street</source>
      <translation>gata</translation>
    </message>
    <message>
      <source>town</source>
      <translation>ort</translation>
    </message>
    <message>
      <source>region</source>
      <translation>region</translation>
    </message>
    <message>
      <source>postcode</source>
      <translation>postnummer</translation>
    </message>
    <message>
      <source>telephone</source>
      <translation>telefon</translation>
    </message>
    <message>
      <source>country</source>
      <translation>land</translation>
    </message>
    <message>
      <source>study</source>
      <translation>studie</translation>
    </message>
    <message>
      <source>sponsor's study number</source>
      <translation>sponsorns studienummer</translation>
    </message>
    <message>
      <source>kind of study</source>
      <translation>typ av studie</translation>
    </message>
    <message>
      <source>paper</source>
      <translation>artikel</translation>
    </message>
    <message>
      <source>what happened</source>
      <translation>vad som hände</translation>
    </message>
    <message>
      <source>reporter's comments</source>
      <translation>rapportörens kommentarer</translation>
    </message>
    <message>
      <source>sender's comments</source>
      <translation>avsändarens kommentarer</translation>
    </message>
    <message>
      <source>summary in the original language</source>
      <translation>sammanfattning på originalspråket</translation>
    </message>
    <message>
      <source>language of the summary</source>
      <translation>sammanfattningens språk</translation>
    </message>
    <message>
      <source>the pack's code raised an alert</source>
      <translation>förpackningskoden gav larm</translation>
    </message>
    <message>
      <source>the seal was broken</source>
      <translation>förseglingen var bruten</translation>
    </message>
    <message>
      <source>somebody says that it is falsified</source>
      <translation>någon säger att den är förfalskad</translation>
    </message>
    <message>
      <source>bought online, abroad or from a private person</source>
      <translation>köpt på nätet, utomlands eller av en privatperson</translation>
    </message>
    <message>
      <source>its serial number was seen before</source>
      <translation>serienumret har setts förut</translation>
    </message>
    <message>
      <source>never sold in {country}</source>
      <translation>aldrig såld i {country}</translation>
    </message>
    <message>
      <source>the day it came</source>
      <translation>dagen det kom</translation>
    </message>
    <message>
      <source>the letter's own words</source>
      <translation>brevets egna ord</translation>
    </message>
    <message>
      <source>who asked</source>
      <translation>den som frågade</translation>
    </message>
    <message>
      <source>“{quote}”</source>
      <translation>”{quote}”</translation>
    </message>
    <message>
      <source>evidence of the answer</source>
      <translation>svarets belägg</translation>
    </message>
    <message>
      <source>the product of the question</source>
      <translation>frågans produkt</translation>
    </message>
    <message>
      <source>the special situations that were answered yes</source>
      <translation>de särskilda situationer som besvarats med ja</translation>
    </message>
    <message>
      <source>the letter was not asked for</source>
      <translation>brevet kom oombett</translation>
    </message>
    <message>
      <source>the newest mail</source>
      <translation>den nyaste posten</translation>
    </message>
    <message>
      <source>the first to tell us</source>
      <translation>den första som berättade</translation>
    </message>
    <message>
      <source>the medicine that is told of</source>
      <translation>läkemedlet som nämns</translation>
    </message>
    <message>
      <source>marked on the page as an expiry date</source>
      <translation>markerat på sidan som utgångsdatum</translation>
    </message>
    <message>
      <source>the answer on the checklist</source>
      <translation>svaret på checklistan</translation>
    </message>
    <message>
      <source>the patient wrote the letter</source>
      <translation>patienten skrev brevet</translation>
    </message>
    <message>
      <source>marked on the page</source>
      <translation>markerat på sidan</translation>
    </message>
    <message>
      <source>where the letter came from</source>
      <translation>där brevet kom ifrån</translation>
    </message>
    <message>
      <source>the answer about seriousness</source>
      <translation>svaret om allvarlighet</translation>
    </message>
    <message>
      <source>the letter's language</source>
      <translation>brevets språk</translation>
    </message>
    <message>
      <source>the answer about the batch</source>
      <translation>svaret om batch</translation>
    </message>
    <message>
      <source>the pack's code on the page</source>
      <translation>förpackningskoden på sidan</translation>
    </message>
    <message>
      <source>marked on the page as a batch</source>
      <translation>markerat på sidan som batch</translation>
    </message>
    <message>
      <source>{number} is not acknowledged.</source>
      <translation>{number} är inte bekräftad.</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>godtagen</translation>
    </message>
    <message>
      <source>accepted in part; some reports need work</source>
      <translation>delvis godtagen; några rapporter behöver åtgärdas</translation>
    </message>
    <message>
      <source>rejected as a whole</source>
      <translation>avvisad i sin helhet</translation>
    </message>
    <message>
      <source>rejected</source>
      <translation>avvisad</translation>
    </message>
    <message>
      <source>“{code}” is no answer to a batch (AA, AE or AR).</source>
      <translation>”{code}” är inget svar på en sändning (AA, AE eller AR).</translation>
    </message>
    <message>
      <source>It does not say which batch it is about.</source>
      <translation>Den säger inte vilken sändning den gäller.</translation>
    </message>
    <message>
      <source>“{text}” is no time.</source>
      <translation>”{text}” är ingen tidpunkt.</translation>
    </message>
    <message>
      <source>It accepts the batch and rejects a report in it.</source>
      <translation>Den godtar sändningen men avvisar en rapport i den.</translation>
    </message>
    <message>
      <source>a report, no acknowledgement</source>
      <translation>en rapport, ingen kvittens</translation>
    </message>
    <message>
      <source>“{code}” is no answer to a report (CA or CR).</source>
      <translation>”{code}” är inget svar på en rapport (CA eller CR).</translation>
    </message>
    <message>
      <source>It does not say which report it is about.</source>
      <translation>Den säger inte vilken rapport den gäller.</translation>
    </message>
    <message>
      <source>valid by the schema</source>
      <translation>giltig enligt schemat</translation>
    </message>
    <message>
      <source>not checked by the schema: no folder with schemas is set</source>
      <translation>inte kontrollerad mot schemat: ingen mapp med scheman är angiven</translation>
    </message>
    <message>
      <source>not valid by the schema: {count} faults</source>
      <translation>inte giltig enligt schemat: {count} fel</translation>
    </message>
    <message>
      <source>an acknowledgement</source>
      <translation>en kvittens</translation>
    </message>
    <message>
      <source>MedDRA {version} has no term {code}</source>
      <translation>MedDRA {version} har ingen term {code}</translation>
    </message>
    <message>
      <source>not one report</source>
      <translation>inte en enda rapport</translation>
    </message>
    <message>
      <source>{name} is no E2B(R3) message and no acknowledgement ({kind}).</source>
      <translation>{name} är varken ett E2B(R3)-meddelande eller en kvittens ({kind}).</translation>
    </message>
    <message>
      <source>Ask the sender for the XML file in ICH E2B(R3) form. Nothing was taken in.</source>
      <translation>Be avsändaren om XML-filen i ICH E2B(R3)-format. Inget togs in.</translation>
    </message>
    <message>
      <source>{name} is not opened: it holds {what}, as no E2B message does.</source>
      <translation>{name} öppnas inte: filen innehåller {what}, vilket inget E2B-meddelande gör.</translation>
    </message>
    <message>
      <source>It may be made to do harm. Ask the sender for a plain E2B(R3) file.</source>
      <translation>Den kan vara gjord för att skada. Be avsändaren om en vanlig E2B(R3)-fil.</translation>
    </message>
    <message>
      <source>{name} has {size} MB; messages of at most {most} MB are opened.</source>
      <translation>{name} är {size} MB; meddelanden på högst {most} MB öppnas.</translation>
    </message>
    <message>
      <source>Ask the sender to send documents beside the message, or fewer reports in a batch.</source>
      <translation>Be avsändaren skicka dokumenten vid sidan av meddelandet, eller färre rapporter per sändning.</translation>
    </message>
    <message>
      <source>The folder {folder} has no usable E2B(R3) schemas.</source>
      <translation>Mappen {folder} saknar användbara E2B(R3)-scheman.</translation>
    </message>
    <message>
      <source>Unpack the ICH package's schema files there, or correct e2b.schemas in settings.json. Our own rules are checked all the same.</source>
      <translation>Packa upp ICH-paketets schemafiler där, eller rätta e2b.schemas i settings.json. Våra egna regler kontrolleras ändå.</translation>
    </message>
    <message>
      <source>The folder {folder} has no usable MedDRA files ({what}).</source>
      <translation>Mappen {folder} saknar användbara MedDRA-filer ({what}).</translation>
    </message>
    <message>
      <source>Unpack your licensed MedDRA ASCII files there, or correct e2b.meddra in settings.json.</source>
      <translation>Packa upp era licensierade MedDRA-filer (ASCII) där, eller rätta e2b.meddra i settings.json.</translation>
    </message>
    <message>
      <source>{number} makes no valid E2B(R3) file yet: {count} things are missing or wrong.</source>
      <translation>{number} ger ännu ingen giltig E2B(R3)-fil: {count} saker saknas eller är fel.</translation>
    </message>
    <message>
      <source>Mend them at their fields; each is listed. The form and the record go out without it.</source>
      <translation>Rätta dem vid sina fält; alla är listade. Blanketten och posten går i väg utan den.</translation>
    </message>
    <message>
      <source>{number} has an event without a MedDRA code; no valid E2B(R3) file exists without.</source>
      <translation>{number} har en händelse utan MedDRA-kod; utan kod finns ingen giltig E2B(R3)-fil.</translation>
    </message>
    <message>
      <source>Type the code from your licensed MedDRA at the event, or send the form and the record.</source>
      <translation>Skriv koden från er licensierade MedDRA vid händelsen, eller skicka blanketten och posten.</translation>
    </message>
    <message>
      <source>There is no case {number} with the fields of a report.</source>
      <translation>Det finns inget ärende {number} med en rapports fält.</translation>
    </message>
    <message>
      <source>Give the number as on the hand-off, AE-SE-2026-00003, and see that its form is begun.</source>
      <translation>Ange numret som på överlämningen, AE-SE-2026-00003, och se till att formuläret är påbörjat.</translation>
    </message>
    <message>
      <source>There is no such file of others.</source>
      <translation>Det finns ingen sådan fil från andra.</translation>
    </message>
    <message>
      <source>Choose one that is listed with the case.</source>
      <translation>Välj en som står listad vid fallet.</translation>
    </message>
    <message>
      <source>{number} was filled from {name}.</source>
      <translation>{number} fylldes i från {name}.</translation>
    </message>
    <message>
      <source>No case has the number {number}; a person must look.</source>
      <translation>Inget ärende har numret {number}; en person måste titta.</translation>
    </message>
    <message>
      <source>{number} was rejected: {why}</source>
      <translation>{number} avvisades: {why}</translation>
    </message>
    <message>
      <source>{number} is acknowledged.</source>
      <translation>{number} är kvitterad.</translation>
    </message>
    <message>
      <source>acknowledged</source>
      <translation>bekräftad</translation>
    </message>
    <message>
      <source>already acknowledged</source>
      <translation>redan kvitterad</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>okänt</translation>
    </message>
    <message>
      <source>unclear</source>
      <translation>oklar</translation>
    </message>
    <message>
      <source>put into the case</source>
      <translation>införd i fallet</translation>
    </message>
    <message>
      <source>E2B(R2), the older form</source>
      <translation>E2B(R2), den äldre formen</translation>
    </message>
    <message>
      <source>a document type</source>
      <translation>en dokumenttyp</translation>
    </message>
    <message>
      <source>its name space, {space}, is missing</source>
      <translation>dess namnrymd, {space}, saknas</translation>
    </message>
    <message>
      <source>no well-formed XML</source>
      <translation>inte välformad XML</translation>
    </message>
    <message>
      <source>entities or endless depth</source>
      <translation>entiteter eller ett oändligt djup</translation>
    </message>
    <message>
      <source>{element}: {said}</source>
      <translation>{element}: {said}</translation>
    </message>
    <message>
      <source>{name} ({element}) is {over} characters too long; at most {limit}</source>
      <translation>{name} ({element}) är {over} tecken för lång; högst {limit}</translation>
    </message>
    <message>
      <source>{name} ({element}) is missing</source>
      <translation>{name} ({element}) saknas</translation>
    </message>
    <message>
      <source>{name} ({element}) may not be {null}</source>
      <translation>{name} ({element}) får inte vara {null}</translation>
    </message>
    <message>
      <source>{name} ({element}) cannot be “{text}”</source>
      <translation>{name} ({element}) kan inte vara ”{text}”</translation>
    </message>
    <message>
      <source>{name} ({element}) lies in the future</source>
      <translation>{name} ({element}) ligger i framtiden</translation>
    </message>
    <message>
      <source>The safety checklist {checklist} could not be read.</source>
      <translation>Säkerhetschecklistan {checklist} kunde inte läsas.</translation>
    </message>
    <message>
      <source>Install the program again, or put the checklist file back.</source>
      <translation>Installera programmet igen, eller lägg tillbaka checklistans fil.</translation>
    </message>
    <message>
      <source>The checklist has no question {question}.</source>
      <translation>Checklistan har ingen fråga {question}.</translation>
    </message>
    <message>
      <source>Choose a question of the checklist that is shown.</source>
      <translation>Välj en fråga i checklistan som visas.</translation>
    </message>
    <message>
      <source>{question} cannot be answered with this.</source>
      <translation>{question} kan inte besvaras så.</translation>
    </message>
    <message>
      <source>Allowed: {allowed}.</source>
      <translation>Tillåtet: {allowed}.</translation>
    </message>
    <message>
      <source>That page does not belong to this inquiry.</source>
      <translation>Den sidan hör inte till det här ärendet.</translation>
    </message>
    <message>
      <source>Link the mail to the inquiry first.</source>
      <translation>Koppla posten till ärendet först.</translation>
    </message>
    <message>
      <source>The safety checklist cannot be signed yet. {why}</source>
      <translation>Säkerhetschecklistan kan inte signeras än. {why}</translation>
    </message>
    <message>
      <source>Look at every page and answer every open question, then sign.</source>
      <translation>Titta på varje sida och besvara varje öppen fråga, och signera sedan.</translation>
    </message>
    <message>
      <source>There is no such hand-off.</source>
      <translation>Det finns ingen sådan överlämning.</translation>
    </message>
    <message>
      <source>Choose a hand-off from the list.</source>
      <translation>Välj en överlämning i listan.</translation>
    </message>
    <message>
      <source>The hand-off {number} is {state}; this is not possible now.</source>
      <translation>Överlämningen {number} är {state}; detta går inte nu.</translation>
    </message>
    <message>
      <source>A hand-off is sent first and acknowledged after that.</source>
      <translation>En överlämning skickas först och bekräftas sedan.</translation>
    </message>
    <message>
      <source>The hand-off {number} is late; it needs a reason and a sentence that explains it.</source>
      <translation>Överlämningen {number} är försenad; den behöver ett skäl och en mening som förklarar.</translation>
    </message>
    <message>
      <source>Choose a reason ({reasons}) and write why.</source>
      <translation>Välj ett skäl ({reasons}) och skriv varför.</translation>
    </message>
    <message>
      <source>The safety answers are not signed as they stand now; {number} was not sent.</source>
      <translation>Säkerhetssvaren är inte signerade som de står nu; {number} skickades inte.</translation>
    </message>
    <message>
      <source>Sign the safety checklist again, then send.</source>
      <translation>Signera säkerhetschecklistan igen och skicka sedan.</translation>
    </message>
    <message>
      <source>{number} cannot be closed. {why}</source>
      <translation>{number} kan inte avslutas. {why}</translation>
    </message>
    <message>
      <source>Sign the safety checklist and wait for the department's acknowledgement.</source>
      <translation>Signera säkerhetschecklistan och vänta på avdelningens bekräftelse.</translation>
    </message>
    <message>
      <source>A sentence that says why is missing.</source>
      <translation>En mening som säger varför saknas.</translation>
    </message>
    <message>
      <source>Write why; it stays with the inquiry.</source>
      <translation>Skriv varför; det stannar hos ärendet.</translation>
    </message>
    <message>
      <source>Something was left empty that the record needs in words.</source>
      <translation>Något som behöver ord lämnades tomt.</translation>
    </message>
    <message>
      <source>Say who, what or why; a word is enough.</source>
      <translation>Ange vem, vad eller varför; ett ord räcker.</translation>
    </message>
    <message>
      <source>Nobody said where hand-offs to {department} go: {missing} is missing.</source>
      <translation>Ingen har angett vart överlämningar till {department} ska: {missing} saknas.</translation>
    </message>
    <message>
      <source>An administrator enters it in the settings; until then hand over a printed sheet.</source>
      <translation>En administratör anger det i inställningarna; lämna till dess över ett utskrivet blad.</translation>
    </message>
    <message>
      <source>The hand-off to {department} goes to {country}, outside the EU: its basis is missing.</source>
      <translation>Överlämningen till {department} går till {country}, utanför EU: den rättsliga grunden saknas.</translation>
    </message>
    <message>
      <source>An administrator enters it in the settings: adequacy decision, or clauses and date.</source>
      <translation>En administratör för in den i inställningarna: beslut om adekvat skyddsnivå, eller standardavtalsklausuler med datum.</translation>
    </message>
    <message>
      <source>The hand-off to {department} may not go by e-mail: {missing} is missing.</source>
      <translation>Överlämningen till {department} får inte gå med e-post: {missing} saknas.</translation>
    </message>
    <message>
      <source>An administrator gives the mailbox's certificate or a passphrase of 12 characters, and turns STARTTLS on; until then hand over a printed sheet.</source>
      <translation>En administratör anger brevlådans certifikat eller en lösenfras på 12 tecken och slår på STARTTLS; lämna till dess över ett utskrivet blad.</translation>
    </message>
    <message>
      <source>The folder for hand-offs cannot be reached ({reason}). The hand-off waits.</source>
      <translation>Mappen för överlämningar kan inte nås ({reason}). Överlämningen väntar.</translation>
    </message>
    <message>
      <source>Check the network; it goes by itself when the folder is back.</source>
      <translation>Kontrollera nätverket; den går av sig själv när mappen är tillbaka.</translation>
    </message>
    <message>
      <source>The folder for hand-offs holds another {name} already; nothing was overwritten.</source>
      <translation>Mappen för överlämningar innehåller redan en annan {name}; inget skrevs över.</translation>
    </message>
    <message>
      <source>Ask the receiver where it came from, then move it away and try again.</source>
      <translation>Fråga mottagaren var den kommer ifrån, flytta undan den och försök igen.</translation>
    </message>
    <message>
      <source>The certificate of the mailbox for hand-offs cannot be used: {reason}.</source>
      <translation>Certifikatet för brevlådan som tar emot överlämningar kan inte användas: {reason}.</translation>
    </message>
    <message>
      <source>An administrator gets the current certificate from the keeper of the mailbox.</source>
      <translation>En administratör hämtar det aktuella certifikatet från den som sköter brevlådan.</translation>
    </message>
    <message>
      <source>{number} is being sent at this moment.</source>
      <translation>{number} skickas just nu.</translation>
    </message>
    <message>
      <source>Wait for a moment and look again.</source>
      <translation>Vänta en stund och titta igen.</translation>
    </message>
    <message>
      <source>The kept package of {number} is not the one that was frozen: {name} differs.</source>
      <translation>Det sparade paketet för {number} är inte det som frystes: {name} skiljer sig.</translation>
    </message>
    <message>
      <source>Restore the office from a backup and tell whoever keeps it.</source>
      <translation>Återställ kontoret från en säkerhetskopia och meddela den som förvaltar det.</translation>
    </message>
    <message>
      <source>There is no hand-off {number}.</source>
      <translation>Det finns ingen överlämning {number}.</translation>
    </message>
    <message>
      <source>Look at the number again; nothing was acknowledged.</source>
      <translation>Kontrollera numret; inget har bekräftats.</translation>
    </message>
    <message>
      <source>{number} cannot be closed: {count} follow-up tasks are open.</source>
      <translation>{number} kan inte stängas: {count} uppföljningar är öppna.</translation>
    </message>
    <message>
      <source>Note what came of them first.</source>
      <translation>Anteckna först vad de gav.</translation>
    </message>
    <message>
      <source>There is no such open follow-up task.</source>
      <translation>Det finns ingen sådan öppen uppföljning.</translation>
    </message>
    <message>
      <source>Choose a task from the list.</source>
      <translation>Välj en uppgift i listan.</translation>
    </message>
    <message>
      <source>The {whom} did not agree to be contacted ({state}).</source>
      <translation>Samtycke till kontakt saknas: {whom} ({state}).</translation>
    </message>
    <message>
      <source>Note the consent first; the report itself goes without it.</source>
      <translation>Anteckna samtycket först; själva rapporten går utan det.</translation>
    </message>
    <message>
      <source>{count} of {wanted} attempts were made; it is too early to give up.</source>
      <translation>{count} av {wanted} försök är gjorda; det är för tidigt att ge upp.</translation>
    </message>
    <message>
      <source>Try again, or note the answer or the refusal.</source>
      <translation>Försök igen, eller anteckna svaret eller avböjandet.</translation>
    </message>
    <message>
      <source>{text} is not a day.</source>
      <translation>{text} är ingen dag.</translation>
    </message>
    <message>
      <source>Write it as 2026-11-23.</source>
      <translation>Skriv den som 2026-11-23.</translation>
    </message>
    <message>
      <source>The list {name} could not be read: {reason}.</source>
      <translation>Listan {name} kunde inte läsas: {reason}.</translation>
    </message>
    <message>
      <source>Ask the department for it again, as CSV or XLSX.</source>
      <translation>Be avdelningen om den igen, som CSV eller XLSX.</translation>
    </message>
    <message>
      <source>The list {name} has no rows.</source>
      <translation>Listan {name} har inga rader.</translation>
    </message>
    <message>
      <source>Ask the department for the whole list; an empty one is never taken for agreement.</source>
      <translation>Be avdelningen om hela listan; en tom lista tas aldrig som att allt stämmer.</translation>
    </message>
    <message>
      <source>The list {name} has no column known as {missing}. Its columns: {columns}.</source>
      <translation>Listan {name} har ingen kolumn som känns igen som {missing}. Dess kolumner: {columns}.</translation>
    </message>
    <message>
      <source>Say which column holds it, then confirm.</source>
      <translation>Ange vilken kolumn det är och bekräfta.</translation>
    </message>
    <message>
      <source>The column {column} stands twice; which one is meant cannot be told.</source>
      <translation>Kolumnen {column} förekommer två gånger; det går inte att veta vilken som avses.</translation>
    </message>
    <message>
      <source>Give each column a heading of its own.</source>
      <translation>Ge varje kolumn en egen rubrik.</translation>
    </message>
    <message>
      <source>There is no such reconciliation, or no such line in it.</source>
      <translation>Det finns ingen sådan avstämning, eller ingen sådan rad i den.</translation>
    </message>
    <message>
      <source>Choose one from the list.</source>
      <translation>Välj i listan.</translation>
    </message>
    <message>
      <source>{number} is signed; it is not changed any more.</source>
      <translation>{number} är signerad och ändras inte längre.</translation>
    </message>
    <message>
      <source>What is still open comes back with the next list.</source>
      <translation>Det som ännu är öppet kommer tillbaka med nästa lista.</translation>
    </message>
    <message>
      <source>{count} lines of {number} have no owner or no cause.</source>
      <translation>{count} rader i {number} saknar ansvarig eller orsak.</translation>
    </message>
    <message>
      <source>Give each line that does not match an owner and a cause, then sign.</source>
      <translation>Ge varje rad som inte stämmer en ansvarig och en orsak, och signera sedan.</translation>
    </message>
    <message>
      <source>The period ends ({until}) before it begins ({since}).</source>
      <translation>Perioden slutar ({until}) innan den börjar ({since}).</translation>
    </message>
    <message>
      <source>Turn the days around.</source>
      <translation>Byt plats på dagarna.</translation>
    </message>
    <message>
      <source>The sample of {period} is drawn already.</source>
      <translation>Urvalet för {period} är redan draget.</translation>
    </message>
    <message>
      <source>Read what waits; the next period gets its own sample.</source>
      <translation>Läs det som väntar; nästa period får ett eget urval.</translation>
    </message>
    <message>
      <source>In {period} no answer of no event was signed.</source>
      <translation>I {period} signerades inget svar om att ingen händelse finns.</translation>
    </message>
    <message>
      <source>Choose another period.</source>
      <translation>Välj en annan period.</translation>
    </message>
    <message>
      <source>{period} is not a month that can be drawn from.</source>
      <translation>{period} är ingen månad som det går att dra ur.</translation>
    </message>
    <message>
      <source>Write it as 2026-11; a month to come has no answers yet.</source>
      <translation>Skriv den som 2026-11; en kommande månad har inga svar än.</translation>
    </message>
    <message>
      <source>You answered this one first; somebody else reads it again.</source>
      <translation>Du svarade först på den här; någon annan läser den igen.</translation>
    </message>
    <message>
      <source>Leave it to a colleague.</source>
      <translation>Lämna den till en kollega.</translation>
    </message>
    <message>
      <source>This one is not waiting to be read again.</source>
      <translation>Den här väntar inte på att läsas igen.</translation>
    </message>
    <message>
      <source>not signed</source>
      <translation>inte signerad</translation>
    </message>
    <message>
      <source>The gate is shut: everything is answered; it is not signed yet.</source>
      <translation>Spärren är stängd: allt är besvarat; det är inte signerat ännu.</translation>
    </message>
    <message>
      <source>1 page not looked at</source>
      <translation>1 sida inte granskad</translation>
    </message>
    <message>
      <source>{count} pages not looked at</source>
      <translation>{count} sidor inte granskade</translation>
    </message>
    <message>
      <source>changed after {name} signed; sign again</source>
      <translation>ändrat efter att {name} signerade; signera igen</translation>
    </message>
    <message>
      <source>The gate is open, signed by {name}.</source>
      <translation>Spärren är öppen, signerad av {name}.</translation>
    </message>
    <message>
      <source>The gate is shut: something changed after {name} signed; sign again.</source>
      <translation>Spärren är stängd: något ändrades efter att {name} signerade; signera igen.</translation>
    </message>
    <message>
      <source>{count} questions not answered</source>
      <translation>{count} frågor inte besvarade</translation>
    </message>
    <message>
      <source>The gate is shut: {first}, {second}.</source>
      <translation>Spärren är stängd: {first}, {second}.</translation>
    </message>
    <message>
      <source>The gate is shut: {missing}.</source>
      <translation>Spärren är stängd: {missing}.</translation>
    </message>
    <message>
      <source>{question} not answered</source>
      <translation>obesvarat: {question}</translation>
    </message>
    <message>
      <source>{question} to be answered again</source>
      <translation>att besvara på nytt: {question}</translation>
    </message>
    <message>
      <source>CSV, {encoding}, columns parted by {mark}</source>
      <translation>CSV, {encoding}, kolumner åtskilda av {mark}</translation>
    </message>
    <message>
      <source>XLSX, sheet {sheet}</source>
      <translation>XLSX, blad {sheet}</translation>
    </message>
    <message>
      <source>{count} cells where the heading has {wanted}; the columns are shifted</source>
      <translation>{count} celler där rubriken har {wanted}; kolumnerna är förskjutna</translation>
    </message>
    <message>
      <source>received before anybody was aware of it</source>
      <translation>mottagen innan någon kände till det</translation>
    </message>
    <message>
      <source>{text} is no version</source>
      <translation>{text} är ingen version</translation>
    </message>
    <message>
      <source>{day} lies in the future</source>
      <translation>{day} ligger i framtiden</translation>
    </message>
    <message>
      <source>{text} is none of our numbers</source>
      <translation>{text} är inget av våra nummer</translation>
    </message>
    <message>
      <source>{text} is neither yes nor no</source>
      <translation>{text} är varken ja eller nej</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>tom</translation>
    </message>
    <message>
      <source>{text} is not a day written {form}</source>
      <translation>{text} är ingen dag skriven {form}</translation>
    </message>
    <message>
      <source>not assessable</source>
      <translation>kan inte bedömas</translation>
    </message>
    <message>
      <source>queued</source>
      <translation>i kö</translation>
    </message>
    <message>
      <source>send failed</source>
      <translation>sändningen misslyckades</translation>
    </message>
    <message>
      <source>queried</source>
      <translation>fråga ställd</translation>
    </message>
    <message>
      <source>found late</source>
      <translation>upptäckt sent</translation>
    </message>
    <message>
      <source>mail lay unopened</source>
      <translation>posten låg oöppnad</translation>
    </message>
    <message>
      <source>waited for information</source>
      <translation>väntade på uppgifter</translation>
    </message>
    <message>
      <source>technical failure</source>
      <translation>tekniskt fel</translation>
    </message>
    <message>
      <source>nobody at work</source>
      <translation>ingen på plats</translation>
    </message>
    <message>
      <source>met</source>
      <translation>uppfyllt</translation>
    </message>
    <message>
      <source>not met</source>
      <translation>inte uppfyllt</translation>
    </message>
    <message>
      <source>reaction</source>
      <translation>reaktion</translation>
    </message>
    <message>
      <source>special situation</source>
      <translation>särskild situation</translation>
    </message>
    <message>
      <source>seriousness</source>
      <translation>allvarlighet</translation>
    </message>
    <message>
      <source>product</source>
      <translation>läkemedel</translation>
    </message>
    <message>
      <source>defect</source>
      <translation>defekt</translation>
    </message>
    <message>
      <source>our number</source>
      <translation>vårt nummer</translation>
    </message>
    <message>
      <source>awareness date</source>
      <translation>kännedomsdatum</translation>
    </message>
    <message>
      <source>date sent</source>
      <translation>skickad</translation>
    </message>
    <message>
      <source>date received</source>
      <translation>mottagen</translation>
    </message>
    <message>
      <source>event or special situation</source>
      <translation>händelse eller särskild situation</translation>
    </message>
    <message>
      <source>serious</source>
      <translation>allvarlig</translation>
    </message>
    <message>
      <source>their case number</source>
      <translation>deras ärendenummer</translation>
    </message>
    <message>
      <source>version</source>
      <translation>version</translation>
    </message>
    <message>
      <source>match</source>
      <translation>stämmer</translation>
    </message>
    <message>
      <source>missing in pv</source>
      <translation>saknas hos säkerhet</translation>
    </message>
    <message>
      <source>missing in mi</source>
      <translation>saknas hos oss</translation>
    </message>
    <message>
      <source>date mismatch</source>
      <translation>datum skiljer</translation>
    </message>
    <message>
      <source>content mismatch</source>
      <translation>innehåll skiljer</translation>
    </message>
    <message>
      <source>duplicate</source>
      <translation>dubblett</translation>
    </message>
    <message>
      <source>unreadable row</source>
      <translation>oläslig rad</translation>
    </message>
    <message>
      <source>not sent</source>
      <translation>inte skickad</translation>
    </message>
    <message>
      <source>not entered by the department</source>
      <translation>inte införd av avdelningen</translation>
    </message>
    <message>
      <source>missed at first pass</source>
      <translation>missad vid första genomgången</translation>
    </message>
    <message>
      <source>typing mistake</source>
      <translation>skrivfel</translation>
    </message>
    <message>
      <source>another day was meant</source>
      <translation>en annan dag avsågs</translation>
    </message>
    <message>
      <source>not from us</source>
      <translation>inte från oss</translation>
    </message>
    <message>
      <source>sheet</source>
      <translation>blad</translation>
    </message>
    <message>
      <source>reporter</source>
      <translation>rapportör</translation>
    </message>
    <message>
      <source>treating health professional</source>
      <translation>behandlande vårdpersonal</translation>
    </message>
    <message>
      <source>asked</source>
      <translation>tillfrågad</translation>
    </message>
    <message>
      <source>given</source>
      <translation>lämnat</translation>
    </message>
    <message>
      <source>not answered</source>
      <translation>inte besvarad</translation>
    </message>
    <message>
      <source>nothing found</source>
      <translation>inget funnet</translation>
    </message>
    <message>
      <source>event found</source>
      <translation>händelse funnen</translation>
    </message>
    <message>
      <source>The program ended while the hand-off was being sent; it goes again under the same name, so that a repeat is known as one.</source>
      <translation>Programmet avslutades medan överlämningen skickades; den går igen under samma namn, så att en upprepning känns igen.</translation>
    </message>
    <message>
      <source>Handed over as a printed sheet instead.</source>
      <translation>Överlämnad som utskrivet blad i stället.</translation>
    </message>
    <message>
      <source>Sending {number}</source>
      <translation>Skickar {number}</translation>
    </message>
    <message>
      <source>Opening it took longer than {seconds} s and was stopped.</source>
      <translation>Det tog mer än {seconds} s att öppna den och försöket stoppades.</translation>
    </message>
    <message>
      <source>It may be damaged or made to do harm. Ask for it in another form; the rest goes on.</source>
      <translation>Den kan vara skadad eller gjord för att skada. Be om den i annan form; resten fortsätter.</translation>
    </message>
    <message>
      <source>The program that opens such documents crashed on it.</source>
      <translation>Programmet som öppnar sådana dokument kraschade på det.</translation>
    </message>
    <message>
      <source>Opening it needs more memory than is allowed.</source>
      <translation>Att öppna den kräver mer minne än vad som tillåts.</translation>
    </message>
    <message>
      <source>It may be made to do harm. Ask for it in a smaller form; the rest goes on.</source>
      <translation>Den kan vara gjord för att skada. Be om den i mindre form; resten fortsätter.</translation>
    </message>
    <message>
      <source>This cannot be: {why}.</source>
      <translation>Det går inte: {why}.</translation>
    </message>
    <message>
      <source>A whole number is wanted.</source>
      <translation>Ett heltal ska stå här.</translation>
    </message>
    <message>
      <source>At least {least}.</source>
      <translation>Minst {least}.</translation>
    </message>
    <message>
      <source>At most {most}.</source>
      <translation>Högst {most}.</translation>
    </message>
    <message>
      <source>At most {most} characters.</source>
      <translation>Högst {most} tecken.</translation>
    </message>
    <message>
      <source>At least one is wanted.</source>
      <translation>Minst en ska stå här.</translation>
    </message>
    <message>
      <source>Choose one of: {choices}.</source>
      <translation>Välj en av: {choices}.</translation>
    </message>
    <message>
      <source>How hand-offs go</source>
      <translation>Hur överlämningar går</translation>
    </message>
    <message>
      <source>Folder on a share</source>
      <translation>Mapp på en delad plats</translation>
    </message>
    <message>
      <source>Mailbox</source>
      <translation>Brevlåda</translation>
    </message>
    <message>
      <source>Certificate for S/MIME (PEM file)</source>
      <translation>Certifikat för S/MIME (PEM-fil)</translation>
    </message>
    <message>
      <source>Alarm without acknowledgement after, hours</source>
      <translation>Larm utan kvittens efter, timmar</translation>
    </message>
    <message>
      <source>Alarm after its business days instead (0: the hours)</source>
      <translation>Larm efter dess arbetsdagar i stället (0: timmarna)</translation>
    </message>
    <message>
      <source>Its country (ISO code), empty for the office's</source>
      <translation>Dess land (ISO-kod), tomt för kontorets</translation>
    </message>
    <message>
      <source>Legal basis of a transfer outside the EU</source>
      <translation>Rättslig grund för överföring utanför EU</translation>
    </message>
    <message>
      <source>Office</source>
      <translation>Kontoret</translation>
    </message>
    <message>
      <source>Clocks of safety</source>
      <translation>Säkerhetens klockor</translation>
    </message>
    <message>
      <source>Locking and passphrases</source>
      <translation>Låsning och lösenfraser</translation>
    </message>
    <message>
      <source>Letterhead</source>
      <translation>Brevhuvud</translation>
    </message>
    <message>
      <source>Paper and devices</source>
      <translation>Papper och apparater</translation>
    </message>
    <message>
      <source>Outgoing mail</source>
      <translation>Utgående e-post</translation>
    </message>
    <message>
      <source>Hand-offs to safety</source>
      <translation>Överlämningar till säkerhet</translation>
    </message>
    <message>
      <source>Hand-offs to quality</source>
      <translation>Överlämningar till kvalitet</translation>
    </message>
    <message>
      <source>E2B(R3) messages</source>
      <translation>E2B(R3)-meddelanden</translation>
    </message>
    <message>
      <source>Backups and retention</source>
      <translation>Säkerhetskopior och gallring</translation>
    </message>
    <message>
      <source>Reading on a cluster</source>
      <translation>Läsning på ett kluster</translation>
    </message>
    <message>
      <source>Name of the office</source>
      <translation>Kontorets namn</translation>
    </message>
    <message>
      <source>Site code, in every number</source>
      <translation>Platskod, i alla nummer</translation>
    </message>
    <message>
      <source>Country (ISO code)</source>
      <translation>Land (ISO-kod)</translation>
    </message>
    <message>
      <source>Time zone</source>
      <translation>Tidszon</translation>
    </message>
    <message>
      <source>Languages, the office's own first</source>
      <translation>Språk, kontorets eget först</translation>
    </message>
    <message>
      <source>Hours from awareness to hand-off</source>
      <translation>Timmar från kännedom till överlämning</translation>
    </message>
    <message>
      <source>Business days instead; 0 for the hours</source>
      <translation>Arbetsdagar i stället; 0 för timmarna</translation>
    </message>
    <message>
      <source>Lock the window after, minutes</source>
      <translation>Lås fönstret efter, minuter</translation>
    </message>
    <message>
      <source>Nobody may choose other minutes</source>
      <translation>Ingen får välja andra minuter</translation>
    </message>
    <message>
      <source>A passphrase signs for so many days; 0 for ever</source>
      <translation>En lösenfras signerar så många dagar; 0 för alltid</translation>
    </message>
    <message>
      <source>Review the office every, months; 0 for never</source>
      <translation>Granska kontoret var, månader; 0 för aldrig</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Företag</translation>
    </message>
    <message>
      <source>Department</source>
      <translation>Avdelning</translation>
    </message>
    <message>
      <source>Street or box</source>
      <translation>Gata eller box</translation>
    </message>
    <message>
      <source>Postcode</source>
      <translation>Postnummer</translation>
    </message>
    <message>
      <source>City</source>
      <translation>Ort</translation>
    </message>
    <message>
      <source>Telephone</source>
      <translation>Telefon</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-post</translation>
    </message>
    <message>
      <source>Page about personal data</source>
      <translation>Sida om personuppgifter</translation>
    </message>
    <message>
      <source>Window envelope</source>
      <translation>Fönsterkuvert</translation>
    </message>
    <message>
      <source>Print queue; empty for PDF files</source>
      <translation>Skrivarkö; tom för PDF-filer</translation>
    </message>
    <message>
      <source>Scanner; empty for the first one found</source>
      <translation>Skanner; tom för den första som hittas</translation>
    </message>
    <message>
      <source>Refuse files larger than, MB</source>
      <translation>Neka filer större än, MB</translation>
    </message>
    <message>
      <source>Refuse files with more pages than</source>
      <translation>Neka filer med fler sidor än</translation>
    </message>
    <message>
      <source>Mail server</source>
      <translation>E-postserver</translation>
    </message>
    <message>
      <source>Port</source>
      <translation>Port</translation>
    </message>
    <message>
      <source>User at the server</source>
      <translation>Användare på servern</translation>
    </message>
    <message>
      <source>Encrypt with STARTTLS</source>
      <translation>Kryptera med STARTTLS</translation>
    </message>
    <message>
      <source>Sender's address</source>
      <translation>Avsändarens adress</translation>
    </message>
    <message>
      <source>Folder with the ICH schema files</source>
      <translation>Mapp med ICH:s schemafiler</translation>
    </message>
    <message>
      <source>Folder with the licensed MedDRA files</source>
      <translation>Mapp med de licensierade MedDRA-filerna</translation>
    </message>
    <message>
      <source>Our identifier</source>
      <translation>Vår identifierare</translation>
    </message>
    <message>
      <source>The receiver's identifier</source>
      <translation>Mottagarens identifierare</translation>
    </message>
    <message>
      <source>Short company name in report numbers</source>
      <translation>Företagets kortnamn i rapportnummer</translation>
    </message>
    <message>
      <source>Who gives the worldwide number</source>
      <translation>Vem som ger det världsunika numret</translation>
    </message>
    <message>
      <source>Folder for backups; empty for none</source>
      <translation>Mapp för säkerhetskopior; tom för inga</translation>
    </message>
    <message>
      <source>A backup every, hours</source>
      <translation>En säkerhetskopia var, timmar</translation>
    </message>
    <message>
      <source>How many are kept</source>
      <translation>Hur många som sparas</translation>
    </message>
    <message>
      <source>Inquiries stay identifiable for, months</source>
      <translation>Ärenden går att härleda i, månader</translation>
    </message>
    <message>
      <source>Reports stay after the authorisation, years</source>
      <translation>Rapporter sparas efter godkännandet, år</translation>
    </message>
    <message>
      <source>Complaints stay after they were closed, years</source>
      <translation>Reklamationer sparas efter avslut, år</translation>
    </message>
    <message>
      <source>Scheduler; empty for this machine</source>
      <translation>Schemaläggare; tom för den här datorn</translation>
    </message>
    <message>
      <source>Certificate of the authority (PEM file)</source>
      <translation>Utfärdarens certifikat (PEM-fil)</translation>
    </message>
    <message>
      <source>Own certificate (PEM file)</source>
      <translation>Eget certifikat (PEM-fil)</translation>
    </message>
    <message>
      <source>Key of the certificate (PEM file)</source>
      <translation>Certifikatets nyckel (PEM-fil)</translation>
    </message>
    <message>
      <source>The settings file could not be read; it is kept as {kept}.</source>
      <translation>Inställningsfilen kunde inte läsas; den är sparad som {kept}.</translation>
    </message>
    <message>
      <source>Built-in settings are in use. Correct the kept file and put it back.</source>
      <translation>Inbyggda inställningar används. Rätta den sparade filen och lägg tillbaka den.</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>ändrad</translation>
    </message>
    <message>
      <source>missing</source>
      <translation>saknas</translation>
    </message>
    <message>
      <source>extra</source>
      <translation>extra</translation>
    </message>
    <message>
      <source>words</source>
      <translation>orden ändrade</translation>
    </message>
    <message>
      <source>cut off</source>
      <translation>avkortad</translation>
    </message>
    <message>
      <source>replaced</source>
      <translation>utbytt</translation>
    </message>
    <message>
      <source>Line {line} was changed, moved or put in: it does not follow from the one before it.</source>
      <translation>Rad {line} har ändrats, flyttats eller lagts till: den följer inte av raden före.</translation>
    </message>
    <message>
      <source>Line {line} is missing: a later one stands in its place.</source>
      <translation>Rad {line} saknas: en senare rad står på dess plats.</translation>
    </message>
    <message>
      <source>A line with the number {line} was put in.</source>
      <translation>En rad med numret {line} har lagts till.</translation>
    </message>
    <message>
      <source>The words of line {line} are not those that were written.</source>
      <translation>Orden på rad {line} är inte de som skrevs.</translation>
    </message>
    <message>
      <source>The trail is cut off before line {line}: a checkpoint of {at} knows line {known}.</source>
      <translation>Loggen är avklippt före rad {line}: en kontrollpunkt {at} känner till rad {known}.</translation>
    </message>
    <message>
      <source>Line {line} is not the one that a checkpoint of {at} knows: the records were replaced, or the trail was written anew.</source>
      <translation>Rad {line} är inte den som en kontrollpunkt {at} känner till: uppgifterna har bytts ut, eller så har loggen skrivits om.</translation>
    </message>
    <message>
      <source>{lines} lines, the chain is whole.</source>
      <translation>{lines} rader, kedjan är hel.</translation>
    </message>
    <message>
      <source>Walking the audit trail</source>
      <translation>Går igenom granskningsloggen</translation>
    </message>
    <message>
      <source>Comparing the words</source>
      <translation>Jämför orden</translation>
    </message>
    <message>
      <source>The backup {file} is damaged; nothing was restored from it.</source>
      <translation>Säkerhetskopian {file} är skadad; inget återställdes från den.</translation>
    </message>
    <message>
      <source>Use another backup. Copy the file again if it came over a network or a stick.</source>
      <translation>Använd en annan säkerhetskopia. Kopiera filen igen om den kom över ett nätverk eller på en sticka.</translation>
    </message>
    <message>
      <source>{file} is no backup that this version of MI Desktop can read.</source>
      <translation>{file} är ingen säkerhetskopia som den här versionen av MI Desktop kan läsa.</translation>
    </message>
    <message>
      <source>Name a file made by the verb backup, or one of the folder's sets (.mibackup).</source>
      <translation>Ange en fil som gjorts med verbet backup, eller en av mappens uppsättningar (.mibackup).</translation>
    </message>
    <message>
      <source>There is a file {file} already; a backup does not overwrite it.</source>
      <translation>Det finns redan en fil {file}; en säkerhetskopia skriver inte över den.</translation>
    </message>
    <message>
      <source>Name a new file, or replace the old one once the new one is whole, with --replace.</source>
      <translation>Ange en ny fil, eller ersätt den gamla när den nya är hel, med --replace.</translation>
    </message>
    <message>
      <source>{folder} is not empty; an office is restored into an empty folder only.</source>
      <translation>{folder} är inte tom; ett kontor återställs bara till en tom mapp.</translation>
    </message>
    <message>
      <source>Name a folder that is empty or does not exist yet.</source>
      <translation>Ange en mapp som är tom eller inte finns än.</translation>
    </message>
    <message>
      <source>The backup was made by a newer MI Desktop (its records are version {found}).</source>
      <translation>Säkerhetskopian gjordes av ett nyare MI Desktop (dess poster är version {found}).</translation>
    </message>
    <message>
      <source>Install the newer version on this machine, then restore; nothing was changed.</source>
      <translation>Installera den nyare versionen på den här datorn och återställ sedan; inget har ändrats.</translation>
    </message>
    <message>
      <source>The backup could not be written to {place}: {reason}.</source>
      <translation>Säkerhetskopian kunde inte skrivas till {place}: {reason}.</translation>
    </message>
    <message>
      <source>Free some space or name another place; earlier backups there are whole.</source>
      <translation>Frigör utrymme eller ange en annan plats; tidigare säkerhetskopior där är hela.</translation>
    </message>
    <message>
      <source>The backup was written to {place}, but reads back differently; it does not count.</source>
      <translation>Säkerhetskopian skrevs till {place} men läses tillbaka annorlunda; den räknas inte.</translation>
    </message>
    <message>
      <source>The disk or the line to it may be failing: name another place, have this one checked.</source>
      <translation>Disken eller förbindelsen till den kan vara på väg att gå sönder: ange en annan plats och låt kontrollera den här.</translation>
    </message>
    <message>
      <source>The folder {folder} keeps backups of another office.</source>
      <translation>Mappen {folder} innehåller ett annat kontors säkerhetskopior.</translation>
    </message>
    <message>
      <source>Name a folder of this office's own.</source>
      <translation>Ange en mapp som bara det här kontoret använder.</translation>
    </message>
    <message>
      <source>The server's database {database} gives back other records than it was given.</source>
      <translation>Serverns databas {database} ger tillbaka andra poster än den fick.</translation>
    </message>
    <message>
      <source>Nothing was kept there. See that it was made with -E UTF8, then restore once more.</source>
      <translation>Ingenting behölls där. Se till att den gjordes med -E UTF8 och återställ sedan en gång till.</translation>
    </message>
    <message>
      <source>{place} lies in the office's own folder; a backup there would be lost with it.</source>
      <translation>{place} ligger i kontorets egen mapp; en säkerhetskopia där skulle gå förlorad tillsammans med kontoret.</translation>
    </message>
    <message>
      <source>Name a place on another disk, or at least outside of the office folder.</source>
      <translation>Ange en plats på en annan disk, eller åtminstone utanför kontorets mapp.</translation>
    </message>
    <message>
      <source>{file} is there and is no backup; nothing is written over it.</source>
      <translation>{file} finns redan och är ingen säkerhetskopia; inget skrivs över den.</translation>
    </message>
    <message>
      <source>Name a new file, or that of an earlier backup.</source>
      <translation>Ange en ny fil, eller en tidigare säkerhetskopias fil.</translation>
    </message>
    <message>
      <source>Copying the records</source>
      <translation>Kopierar posterna</translation>
    </message>
    <message>
      <source>Taking out the documents</source>
      <translation>Tar ut dokumenten</translation>
    </message>
    <message>
      <source>Opening each document</source>
      <translation>Öppnar varje dokument</translation>
    </message>
    <message>
      <source>Writing the backup</source>
      <translation>Skriver säkerhetskopian</translation>
    </message>
    <message>
      <source>Reading the backup back</source>
      <translation>Läser tillbaka säkerhetskopian</translation>
    </message>
    <message>
      <source>it is empty</source>
      <translation>den är tom</translation>
    </message>
    <message>
      <source>a code has {count} letters and digits</source>
      <translation>en kod har {count} bokstäver och siffror</translation>
    </message>
    <message>
      <source>the code is mistyped, or another office's</source>
      <translation>koden är felskriven eller ett annat kontors</translation>
    </message>
    <message>
      <source>it is another office's</source>
      <translation>den är ett annat kontors</translation>
    </message>
    <message>
      <source>it is not a checkpoint</source>
      <translation>det är ingen kontrollpunkt</translation>
    </message>
    <message>
      <source>it is not signed by this office</source>
      <translation>den är inte undertecknad av det här kontoret</translation>
    </message>
    <message>
      <source>There is no office in {folder}.</source>
      <translation>Det finns inget kontor i {folder}.</translation>
    </message>
    <message>
      <source>Name another folder, or make an office there with: mi-desktop init</source>
      <translation>Ange en annan mapp, eller gör ett kontor där med: mi-desktop init</translation>
    </message>
    <message>
      <source>There is an office in {folder} already.</source>
      <translation>Det finns redan ett kontor i {folder}.</translation>
    </message>
    <message>
      <source>Open it, or name an empty folder for the new one.</source>
      <translation>Öppna det, eller ange en tom mapp för det nya.</translation>
    </message>
    <message>
      <source>{file} is a file; an office is a folder.</source>
      <translation>{file} är en fil; ett kontor är en mapp.</translation>
    </message>
    <message>
      <source>Name the folder of the office, or one for a new office; the file was not touched.</source>
      <translation>Ange kontorets mapp, eller en för ett nytt kontor; filen rördes inte.</translation>
    </message>
    <message>
      <source>The name and passphrase do not open this office.</source>
      <translation>Namnet och lösenfrasen öppnar inte det här kontoret.</translation>
    </message>
    <message>
      <source>Try again; capital letters count. An administrator can give you a new passphrase.</source>
      <translation>Försök igen; stora och små bokstäver räknas. En administratör kan ge dig en ny lösenfras.</translation>
    </message>
    <message>
      <source>The office is locked and this machine's key ring holds no key for it.</source>
      <translation>Kontoret är låst och datorns nyckelring har ingen nyckel till det.</translation>
    </message>
    <message>
      <source>Give the passphrase: in the window, or with --passphrase-file FILE (- for input).</source>
      <translation>Ange lösenfrasen: i fönstret, eller med --passphrase-file FIL (- för inmatning).</translation>
    </message>
    <message>
      <source>The office was last opened by a newer MI Desktop (its records are version {found}).</source>
      <translation>Kontoret öppnades senast av ett nyare MI Desktop (dess register har version {found}).</translation>
    </message>
    <message>
      <source>Install the newer version on this machine; nothing was changed.</source>
      <translation>Installera den nyare versionen på den här datorn; inget ändrades.</translation>
    </message>
    <message>
      <source>A kept document is damaged or missing: {document}.</source>
      <translation>Ett sparat dokument är skadat eller saknas: {document}.</translation>
    </message>
    <message>
      <source>Restore it from a backup. The record of it is still there.</source>
      <translation>Återställ det från en säkerhetskopia. Uppgifterna om det finns kvar.</translation>
    </message>
    <message>
      <source>This document was erased, as the law or the person asked.</source>
      <translation>Dokumentet är raderat, så som lagen eller personen krävde.</translation>
    </message>
    <message>
      <source>Its record says when; the receipt says what stayed and why.</source>
      <translation>Posten säger när; kvittot säger vad som är kvar och varför.</translation>
    </message>
    <message>
      <source>This document lies sealed under another name.</source>
      <translation>Dokumentet ligger förseglat under ett annat namn.</translation>
    </message>
    <message>
      <source>Whoever may bring a name back opens it again: Office, Personal data.</source>
      <translation>Den som får återställa ett namn öppnar det igen: Kontoret, Andra namn.</translation>
    </message>
    <message>
      <source>The office is busy: another program is writing to it.</source>
      <translation>Kontoret är upptaget: ett annat program skriver i det.</translation>
    </message>
    <message>
      <source>Wait a moment and try again; close other windows on the same office.</source>
      <translation>Vänta en stund och försök igen; stäng andra fönster mot samma kontor.</translation>
    </message>
    <message>
      <source>The office folder cannot be written: {reason}.</source>
      <translation>Det går inte att skriva i kontorets mapp: {reason}.</translation>
    </message>
    <message>
      <source>Free some space or ask for write permission; nothing was lost, try again after.</source>
      <translation>Frigör utrymme eller be om skrivbehörighet; inget gick förlorat, försök igen sedan.</translation>
    </message>
    <message>
      <source>The office's key file {file} cannot be read.</source>
      <translation>Kontorets nyckelfil {file} kan inte läsas.</translation>
    </message>
    <message>
      <source>Restore it from a backup; the records themselves are untouched.</source>
      <translation>Återställ den från en säkerhetskopia; själva registren är orörda.</translation>
    </message>
    <message>
      <source>The record was changed meanwhile by someone else.</source>
      <translation>Posten ändrades under tiden av någon annan.</translation>
    </message>
    <message>
      <source>Look at it again, then repeat your change.</source>
      <translation>Titta på den igen och upprepa sedan din ändring.</translation>
    </message>
    <message>
      <source>There is no {kind} {key} in this office.</source>
      <translation>Det finns ingen {kind} {key} i det här kontoret.</translation>
    </message>
    <message>
      <source>Check the number; search finds records by any word in them.</source>
      <translation>Kontrollera numret; sökningen hittar poster på vilket ord som helst i dem.</translation>
    </message>
    <message>
      <source>The office's records ({file}) are missing or damaged.</source>
      <translation>Kontorets register ({file}) saknas eller är skadat.</translation>
    </message>
    <message>
      <source>Restore them from a backup; the kept documents and the keys were not touched.</source>
      <translation>Återställ det från en säkerhetskopia; de sparade dokumenten och nycklarna är orörda.</translation>
    </message>
    <message>
      <source>The checkpoint cannot be used: {reason}.</source>
      <translation>Kontrollpunkten kan inte användas: {reason}.</translation>
    </message>
    <message>
      <source>Take the file as it was written, or type the code again as it is printed.</source>
      <translation>Ta filen som den skrevs, eller skriv koden igen så som den är tryckt.</translation>
    </message>
    <message>
      <source>The trail does not hold line {line}, which a checkpoint of {at} knows.</source>
      <translation>Loggen saknar rad {line}, som en kontrollpunkt {at} känner till.</translation>
    </message>
    <message>
      <source>Find out who put other records there. Where a backup was restored, go on with: mi-desktop audit accept REASON</source>
      <translation>Ta reda på vem som har lagt dit andra uppgifter. Om en säkerhetskopia har återställts, fortsätt med: mi-desktop audit accept SKÄL</translation>
    </message>
    <message>
      <source>Going on with other records needs a reason.</source>
      <translation>Att fortsätta med andra uppgifter kräver ett skäl.</translation>
    </message>
    <message>
      <source>Say in a sentence which backup was restored, when, and by whom.</source>
      <translation>Skriv i en mening vilken säkerhetskopia som återställdes, när och av vem.</translation>
    </message>
    <message>
      <source>There were too many refused tries; the next one is looked at in {wait}.</source>
      <translation>Det har varit för många nekade försök; nästa prövas om {wait}.</translation>
    </message>
    <message>
      <source>Wait, then type it slowly. An administrator can give you a new passphrase.</source>
      <translation>Vänta och skriv sedan långsamt. En administratör kan ge dig en ny lösenfras.</translation>
    </message>
    <message>
      <source>These are not the words of a recovery key: {what}.</source>
      <translation>Det här är inte orden i en återställningsnyckel: {what}.</translation>
    </message>
    <message>
      <source>Type all 24 words in their order, as they are printed on the sheet.</source>
      <translation>Skriv alla 24 orden i ordning, så som de står på bladet.</translation>
    </message>
    <message>
      <source>These words do not open this office.</source>
      <translation>De här orden öppnar inte kontoret.</translation>
    </message>
    <message>
      <source>Take the newest sheet of this office; making a new recovery key voids the older ones.</source>
      <translation>Ta kontorets nyaste blad; en ny återställningsnyckel gör de äldre ogiltiga.</translation>
    </message>
    <message>
      <source>The office's database server does not answer, or does not let this desk in.</source>
      <translation>Kontorets databasserver svarar inte, eller släpper inte in den här arbetsplatsen.</translation>
    </message>
    <message>
      <source>Look at the network and at the address in settings.json; a new password is kept with: mi-desktop database-password</source>
      <translation>Se efter nätverket och adressen i settings.json; ett nytt lösenord sparas med: mi-desktop database-password</translation>
    </message>
    <message>
      <source>The database address in settings.json holds a password.</source>
      <translation>Databasadressen i settings.json innehåller ett lösenord.</translation>
    </message>
    <message>
      <source>Take it out, change it on the server, and keep it with: mi-desktop database-password</source>
      <translation>Ta bort det, byt det på servern och spara det nya med: mi-desktop database-password</translation>
    </message>
    <message>
      <source>The database address in settings.json cannot be used.</source>
      <translation>Databasadressen i settings.json kan inte användas.</translation>
    </message>
    <message>
      <source>Write it as {driver}://USER@SERVER:5432/DATABASE, or leave it empty for a file.</source>
      <translation>Skriv den som {driver}://ANVÄNDARE@SERVER:5432/DATABAS, eller lämna den tom för en fil.</translation>
    </message>
    <message>
      <source>The database on the server is not this office's: it holds other records.</source>
      <translation>Databasen på servern är inte det här kontorets: den innehåller andra uppgifter.</translation>
    </message>
    <message>
      <source>Name this office's database in settings.json; a new office needs an empty one.</source>
      <translation>Ange det här kontorets databas i settings.json; ett nytt kontor behöver en tom.</translation>
    </message>
    <message>
      <source>The database on the server is empty; this office's records are not there.</source>
      <translation>Databasen på servern är tom; kontorets uppgifter finns inte där.</translation>
    </message>
    <message>
      <source>Look at the address in settings.json. A backup is put into an empty database with: mi-desktop restore FILE --database ADDRESS</source>
      <translation>Se efter adressen i settings.json. En säkerhetskopia läggs in i en tom databas med: mi-desktop restore FIL --database ADRESS</translation>
    </message>
    <message>
      <source>{who} changed the record at {at}, while you had it open.</source>
      <translation>{who} ändrade posten {at}, medan du hade den öppen.</translation>
    </message>
    <message>
      <source>See both: what stands there now, and what you typed. Then keep the one or the other.</source>
      <translation>Se båda: det som står där nu och det du skrev. Behåll sedan det ena eller det andra.</translation>
    </message>
    <message>
      <source>{count} words instead of {wanted}</source>
      <translation>{count} ord i stället för {wanted}</translation>
    </message>
    <message>
      <source>not in the list: word {numbers}</source>
      <translation>finns inte i listan: ord {numbers}</translation>
    </message>
    <message>
      <source>a word is wrong or in another place</source>
      <translation>ett ord är fel eller står på fel plats</translation>
    </message>
    <message>
      <source>{count} kept checkpoints cannot be read.</source>
      <translation>{count} sparade kontrollpunkter kan inte läsas.</translation>
    </message>
    <message>
      <source>No checkpoint is kept beside the records.</source>
      <translation>Ingen kontrollpunkt finns sparad bredvid uppgifterna.</translation>
    </message>
    <message>
      <source>This is a fault of the program; what was saved before is safe.</source>
      <translation>Detta är ett fel i programmet; det som sparats tidigare är i säkerhet.</translation>
    </message>
    <message>
      <source>Send the report {file} to support and try again.</source>
      <translation>Skicka rapporten {file} till supporten och försök igen.</translation>
    </message>
    <message>
      <source>The scheduled backup failed: {why}</source>
      <translation>Den schemalagda säkerhetskopian misslyckades: {why}</translation>
    </message>
    <message>
      <source>Look at it in Office, Backups; it is tried again in an hour.</source>
      <translation>Se efter under Kontor, Säkerhetskopior; ett nytt försök görs om en timme.</translation>
    </message>
    <message>
      <source>Making the scheduled backup</source>
      <translation>Gör den schemalagda säkerhetskopian</translation>
    </message>
    <message>
      <source>the last backup failed</source>
      <translation>den senaste kopian misslyckades</translation>
    </message>
    <message>
      <source>backup {at}</source>
      <translation>säkerhetskopia {at}</translation>
    </message>
    <message>
      <source>no backup yet</source>
      <translation>ingen säkerhetskopia än</translation>
    </message>
    <message>
      <source>Keep what I &amp;typed</source>
      <translation>Behåll det jag &amp;skrev</translation>
    </message>
    <message>
      <source>Keep what &amp;stands there</source>
      <translation>Behåll det som står &amp;där</translation>
    </message>
    <message>
      <source>Both versions</source>
      <translation>Båda versionerna</translation>
    </message>
    <message>
      <source>Changed by a colleague</source>
      <translation>Ändrat av en kollega</translation>
    </message>
    <message>
      <source>Stands there now</source>
      <translation>Står där nu</translation>
    </message>
    <message>
      <source>What you typed</source>
      <translation>Det du skrev</translation>
    </message>
    <message>
      <source>(empty)</source>
      <translation>(tomt)</translation>
    </message>
    <message>
      <source>The line to the office's server is back</source>
      <translation>Förbindelsen med kontorets server är tillbaka</translation>
    </message>
    <message>
      <source>The line to the office's server is lost; trying again</source>
      <translation>Förbindelsen med kontorets server är bruten; försöker igen</translation>
    </message>
    <message>
      <source>Commands</source>
      <translation>Kommandon</translation>
    </message>
    <message>
      <source>What do you want to do?</source>
      <translation>Vad vill du göra?</translation>
    </message>
    <message>
      <source>Sending hand-offs</source>
      <translation>Skickar överlämningar</translation>
    </message>
    <message>
      <source>Nothing speaks against closing it. It can be opened again.</source>
      <translation>Inget hindrar att det avslutas. Det kan öppnas igen.</translation>
    </message>
    <message>
      <source>Closing</source>
      <translation>Avslutning</translation>
    </message>
    <message>
      <source>Why it is closed</source>
      <translation>Varför det avslutas</translation>
    </message>
    <message>
      <source>Why, in words</source>
      <translation>Varför, i ord</translation>
    </message>
    <message>
      <source>Closed {at} by {name}: {reason}. {text}</source>
      <translation>Avslutat {at} av {name}: {reason}. {text}</translation>
    </message>
    <message>
      <source>Opened again {at} by {name}.</source>
      <translation>Öppnat igen {at} av {name}.</translation>
    </message>
    <message>
      <source>{number} is open again</source>
      <translation>{number} är öppet igen</translation>
    </message>
    <message>
      <source>Open again</source>
      <translation>Öppna igen</translation>
    </message>
    <message>
      <source>Close the inquiry</source>
      <translation>Avsluta ärendet</translation>
    </message>
    <message>
      <source>{number} closed</source>
      <translation>{number} avslutat</translation>
    </message>
    <message>
      <source>Take a copy of the record…</source>
      <translation>Ta en kopia av ärendet…</translation>
    </message>
    <message>
      <source>Taking a copy of the record</source>
      <translation>Tar en kopia av ärendet</translation>
    </message>
    <message>
      <source>Copy of {number} written and read back: equal</source>
      <translation>Kopian av {number} är skriven och läst tillbaka: lika</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>All statuses</source>
      <translation>Alla statusar</translation>
    </message>
    <message>
      <source>late since {at}</source>
      <translation>försenat sedan {at}</translation>
    </message>
    <message>
      <source>Filter: number, name or words of the question</source>
      <translation>Filtrera: nummer, namn eller ord ur frågan</translation>
    </message>
    <message>
      <source>Filter inquiries</source>
      <translation>Filtrera ärenden</translation>
    </message>
    <message>
      <source>Inquiries</source>
      <translation>Ärenden</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>Söker…</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>Requester</source>
      <translation>Frågeställare</translation>
    </message>
    <message>
      <source>Product</source>
      <translation>Läkemedel</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>Fråga</translation>
    </message>
    <message>
      <source>Received</source>
      <translation>Inkom</translation>
    </message>
    <message>
      <source>Answer due</source>
      <translation>Svar senast</translation>
    </message>
    <message>
      <source>The first {count} are shown; type to find others.</source>
      <translation>De första {count} visas; skriv för att hitta fler.</translation>
    </message>
    <message>
      <source>{count} shown</source>
      <translation>{count} visas</translation>
    </message>
    <message>
      <source>No inquiry fits</source>
      <translation>Inget ärende passar</translation>
    </message>
    <message>
      <source>Change the filter or take it away.</source>
      <translation>Ändra filtret eller ta bort det.</translation>
    </message>
    <message>
      <source>No inquiries yet</source>
      <translation>Inga ärenden ännu</translation>
    </message>
    <message>
      <source>Mail in the tray becomes an inquiry with N.</source>
      <translation>Post i inkorgen blir ett ärende med N.</translation>
    </message>
    <message>
      <source>use restricted</source>
      <translation>begränsad</translation>
    </message>
    <message>
      <source>{status} · {channel} · received {received} · {language}</source>
      <translation>{status} · {channel} · inkom {received} · {language}</translation>
    </message>
    <message>
      <source>Questions</source>
      <translation>Frågor</translation>
    </message>
    <message>
      <source>No mail belongs to this inquiry</source>
      <translation>Ingen post hör till ärendet</translation>
    </message>
    <message>
      <source>It was registered by hand.</source>
      <translation>Det registrerades för hand.</translation>
    </message>
    <message>
      <source>Registered</source>
      <translation>Registrerat</translation>
    </message>
    <message>
      <source>Safety</source>
      <translation>Säkerhet</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Svar</translation>
    </message>
    <message>
      <source>Approval</source>
      <translation>Godkännande</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Skickat</translation>
    </message>
    <message>
      <source>not yet</source>
      <translation>inte ännu</translation>
    </message>
    <message>
      <source>by {at}</source>
      <translation>senast {at}</translation>
    </message>
    <message>
      <source>The inquiry's path</source>
      <translation>Ärendets väg</translation>
    </message>
    <message>
      <source>Go to {place}: {when}</source>
      <translation>Gå till {place}: {when}</translation>
    </message>
    <message>
      <source>Path</source>
      <translation>Väg</translation>
    </message>
    <message>
      <source>Question {n}, in the asker's own words: {words}</source>
      <translation>Fråga {n}, med frågeställarens egna ord: {words}</translation>
    </message>
    <message>
      <source>In the asker's own words; nobody may change them.</source>
      <translation>Med frågeställarens egna ord; ingen får ändra dem.</translation>
    </message>
    <message>
      <source>Product of question {n}</source>
      <translation>Läkemedel i fråga {n}</translation>
    </message>
    <message>
      <source>Topic of question {n}</source>
      <translation>Ämne för fråga {n}</translation>
    </message>
    <message>
      <source>Stands on page {page}: “{quote}”</source>
      <translation>Står på sida {page}: ”{quote}”</translation>
    </message>
    <message>
      <source>No product</source>
      <translation>Inget läkemedel</translation>
    </message>
    <message>
      <source>No topic yet</source>
      <translation>Inget ämne ännu</translation>
    </message>
    <message>
      <source>Who asks</source>
      <translation>Vem som frågar</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organisation</translation>
    </message>
    <message>
      <source>Street</source>
      <translation>Gata</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Land</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>Telefon</translation>
    </message>
    <message>
      <source>Health professional: may get scientific detail.</source>
      <translation>Hälso- och sjukvårdspersonal: får vetenskapliga detaljer.</translation>
    </message>
    <message>
      <source>Not a health professional: approved information only.</source>
      <translation>Inte hälso- och sjukvårdspersonal: endast godkänd information.</translation>
    </message>
    <message>
      <source>All inquiries</source>
      <translation>Alla ärenden</translation>
    </message>
    <message>
      <source>Save requester</source>
      <translation>Spara frågeställaren</translation>
    </message>
    <message>
      <source>Safety checklist</source>
      <translation>Säkerhetschecklista</translation>
    </message>
    <message>
      <source>Write or open the letter</source>
      <translation>Skriv eller öppna brevet</translation>
    </message>
    <message>
      <source>Close the inquiry, or open it again</source>
      <translation>Avsluta ärendet, eller öppna det igen</translation>
    </message>
    <message>
      <source>Requester of {number} saved</source>
      <translation>Frågeställaren i {number} är sparad</translation>
    </message>
    <message>
      <source>Kept in the safety checklist, with its place on the page</source>
      <translation>Sparat i säkerhetschecklistan, med sin plats på sidan</translation>
    </message>
    <message>
      <source>Write a new letter: {language}</source>
      <translation>Skriv ett nytt brev: {language}</translation>
    </message>
    <message>
      <source>New question</source>
      <translation>Ny fråga</translation>
    </message>
    <message>
      <source>Requester's name</source>
      <translation>Frågeställarens namn</translation>
    </message>
    <message>
      <source>Adverse event: yes</source>
      <translation>Biverkning: ja</translation>
    </message>
    <message>
      <source>Batch number</source>
      <translation>Batchnummer</translation>
    </message>
    <message>
      <source>Use as</source>
      <translation>Använd som</translation>
    </message>
    <message>
      <source>A rectangle without text</source>
      <translation>En rektangel utan text</translation>
    </message>
    <message>
      <source>“{quote}” — use as:</source>
      <translation>”{quote}” — använd som:</translation>
    </message>
    <message>
      <source>The question it answers</source>
      <translation>Frågan som det besvarar</translation>
    </message>
    <message>
      <source>Standard responses that fit</source>
      <translation>Standardsvar som passar</translation>
    </message>
    <message>
      <source>Text of the standard response</source>
      <translation>Standardsvarets text</translation>
    </message>
    <message>
      <source>Insert (Enter)</source>
      <translation>Infoga (Enter)</translation>
    </message>
    <message>
      <source>Own text</source>
      <translation>Egen text</translation>
    </message>
    <message>
      <source>An empty line begins a new paragraph. [1] cites.</source>
      <translation>En tom rad börjar ett nytt stycke. [1] hänvisar.</translation>
    </message>
    <message>
      <source>Add own text</source>
      <translation>Lägg till egen text</translation>
    </message>
    <message>
      <source>Add to the letter</source>
      <translation>Lägg till i brevet</translation>
    </message>
    <message>
      <source>None fits this product and language; write own text.</source>
      <translation>Inget passar läkemedlet och språket; skriv egen text.</translation>
    </message>
    <message>
      <source>Standard responses</source>
      <translation>Standardsvar</translation>
    </message>
    <message>
      <source>Usable until {day}</source>
      <translation>Får användas till {day}</translation>
    </message>
    <message>
      <source>{state}, dated {day}</source>
      <translation>{state}, daterat {day}</translation>
    </message>
    <message>
      <source>Written by {author}; approved by another person: {names}.</source>
      <translation>Skrivet av {author}; godkänns av en annan person: {names}.</translation>
    </message>
    <message>
      <source>Approved and signed by {name}, {at} ({zone}). Signature level {level}.</source>
      <translation>Godkänt och signerat av {name}, {at} ({zone}). Signaturnivå {level}.</translation>
    </message>
    <message>
      <source>Waits for approval since {at}.</source>
      <translation>Väntar på godkännande sedan {at}.</translation>
    </message>
    <message>
      <source>Your passphrase</source>
      <translation>Din lösenfras</translation>
    </message>
    <message>
      <source>Your passphrase, to sign the letter</source>
      <translation>Din lösenfras, för att signera brevet</translation>
    </message>
    <message>
      <source>What should be changed</source>
      <translation>Vad som ska ändras</translation>
    </message>
    <message>
      <source>Send back to the author</source>
      <translation>Skicka tillbaka till författaren</translation>
    </message>
    <message>
      <source>Sent back: {comment}</source>
      <translation>Tillbaka: {comment}</translation>
    </message>
    <message>
      <source>You wrote this letter, so another person approves it: {names}. Any change takes it back to a draft.</source>
      <translation>Du har skrivit brevet, så någon annan godkänner det: {names}. Varje ändring gör det till ett utkast igen.</translation>
    </message>
    <message>
      <source>Approve and sign</source>
      <translation>Godkänn och signera</translation>
    </message>
    <message>
      <source>Sign and hand in</source>
      <translation>Signera och lämna in</translation>
    </message>
    <message>
      <source>Put into the e-mail queue</source>
      <translation>Lägg i e-postkön</translation>
    </message>
    <message>
      <source>To the outbox</source>
      <translation>Till utkorgen</translation>
    </message>
    <message>
      <source>What stops approval</source>
      <translation>Vad som hindrar godkännande</translation>
    </message>
    <message>
      <source>Nothing stops approval</source>
      <translation>Inget hindrar godkännande</translation>
    </message>
    <message>
      <source>For your eye; it stops nothing</source>
      <translation>Att titta på; det hindrar inget</translation>
    </message>
    <message>
      <source>nobody here may</source>
      <translation>ingen här får</translation>
    </message>
    <message>
      <source>Subject</source>
      <translation>Ämne</translation>
    </message>
    <message>
      <source>Salutation</source>
      <translation>Hälsning</translation>
    </message>
    <message>
      <source>What was asked</source>
      <translation>Vad frågan gällde</translation>
    </message>
    <message>
      <source>Not an approved use</source>
      <translation>Inte en godkänd användning</translation>
    </message>
    <message>
      <source>Approved product information</source>
      <translation>Godkänd produktinformation</translation>
    </message>
    <message>
      <source>Reporting side effects</source>
      <translation>Rapportera biverkningar</translation>
    </message>
    <message>
      <source>▼ Additional monitoring</source>
      <translation>▼ Utökad övervakning</translation>
    </message>
    <message>
      <source>Not medical advice</source>
      <translation>Inte medicinsk rådgivning</translation>
    </message>
    <message>
      <source>Keep the product</source>
      <translation>Spara läkemedlet</translation>
    </message>
    <message>
      <source>Personal data</source>
      <translation>Personuppgifter</translation>
    </message>
    <message>
      <source>References</source>
      <translation>Referenser</translation>
    </message>
    <message>
      <source>Enclosures</source>
      <translation>Bilagor</translation>
    </message>
    <message>
      <source>Blocks of the letter</source>
      <translation>Brevets block</translation>
    </message>
    <message>
      <source>own text, not an approved use</source>
      <translation>egen text, inte en godkänd användning</translation>
    </message>
    <message>
      <source>own text</source>
      <translation>egen text</translation>
    </message>
    <message>
      <source>Address, line by line</source>
      <translation>Adress, rad för rad</translation>
    </message>
    <message>
      <source>Use this address</source>
      <translation>Använd den här adressen</translation>
    </message>
    <message>
      <source>Country code</source>
      <translation>Landskod</translation>
    </message>
    <message>
      <source>Recipient</source>
      <translation>Mottagare</translation>
    </message>
    <message>
      <source>Text of the block</source>
      <translation>Blockets text</translation>
    </message>
    <message>
      <source>Use this text</source>
      <translation>Använd den här texten</translation>
    </message>
    <message>
      <source>All states</source>
      <translation>Alla lägen</translation>
    </message>
    <message>
      <source>Letters</source>
      <translation>Brev</translation>
    </message>
    <message>
      <source>Reference</source>
      <translation>Referens</translation>
    </message>
    <message>
      <source>To</source>
      <translation>Till</translation>
    </message>
    <message>
      <source>Goes by</source>
      <translation>Går med</translation>
    </message>
    <message>
      <source>Author</source>
      <translation>Författare</translation>
    </message>
    <message>
      <source>Dated</source>
      <translation>Daterat</translation>
    </message>
    <message>
      <source>No letters yet</source>
      <translation>Inga brev ännu</translation>
    </message>
    <message>
      <source>Open an inquiry and write its letter with Alt+L.</source>
      <translation>Öppna ett ärende och skriv dess brev med Alt+L.</translation>
    </message>
    <message>
      <source>No letter is in this state</source>
      <translation>Inget brev är i det läget</translation>
    </message>
    <message>
      <source>no recipient</source>
      <translation>ingen mottagare</translation>
    </message>
    <message>
      <source>To {name} · {language}</source>
      <translation>Till {name} · {language}</translation>
    </message>
    <message>
      <source>Envelope</source>
      <translation>Kuvert</translation>
    </message>
    <message>
      <source>The letter is being laid out…</source>
      <translation>Brevet sätts…</translation>
    </message>
    <message>
      <source>envelope window</source>
      <translation>kuvertfönster</translation>
    </message>
    <message>
      <source>The letter's pages</source>
      <translation>Brevets sidor</translation>
    </message>
    <message>
      <source>{count} pages</source>
      <translation>{count} sidor</translation>
    </message>
    <message>
      <source>Signing the letter</source>
      <translation>Brevet signeras</translation>
    </message>
    <message>
      <source>All letters</source>
      <translation>Alla brev</translation>
    </message>
    <message>
      <source>Open the inquiry</source>
      <translation>Öppna ärendet</translation>
    </message>
    <message>
      <source>{reference} signed and handed in</source>
      <translation>{reference} signerat och inlämnat</translation>
    </message>
    <message>
      <source>{reference} approved and signed</source>
      <translation>{reference} godkänt och signerat</translation>
    </message>
    <message>
      <source>Save as…</source>
      <translation>Spara som…</translation>
    </message>
    <message>
      <source>Close (Esc)</source>
      <translation>Stäng (Esc)</translation>
    </message>
    <message>
      <source>Sheet</source>
      <translation>Blad</translation>
    </message>
    <message>
      <source>Add…</source>
      <translation>Lägg till…</translation>
    </message>
    <message>
      <source>Change text…</source>
      <translation>Ändra text…</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>Flytta upp</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>Flytta ner</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Ta bort</translation>
    </message>
    <message>
      <source>Off-label</source>
      <translation>Off label</translation>
    </message>
    <message>
      <source>Recipient…</source>
      <translation>Mottagare…</translation>
    </message>
    <message>
      <source>In force from {begin} to {end}.</source>
      <translation>Gäller från {begin} till {end}.</translation>
    </message>
    <message>
      <source>Filter: title, number, product or topic</source>
      <translation>Filtrera: titel, nummer, läkemedel eller ämne</translation>
    </message>
    <message>
      <source>Filter standard responses</source>
      <translation>Filtrera standardsvar</translation>
    </message>
    <message>
      <source>left behind</source>
      <translation>efter källan</translation>
    </message>
    <message>
      <source>Expired {end}: it cannot be put into a letter.</source>
      <translation>Utgånget {end}: det kan inte läggas i ett brev.</translation>
    </message>
    <message>
      <source>The version it was translated from has moved on: it cannot be put into a letter.</source>
      <translation>Versionen som det översattes från har gått vidare: det kan inte läggas i ett brev.</translation>
    </message>
    <message>
      <source>{state}, from {begin} to {end}: it cannot be put into a letter.</source>
      <translation>{state}, från {begin} till {end}: det kan inte läggas i ett brev.</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Språk</translation>
    </message>
    <message>
      <source>Topic</source>
      <translation>Ämne</translation>
    </message>
    <message>
      <source>Until</source>
      <translation>Till och med</translation>
    </message>
    <message>
      <source>No standard response fits</source>
      <translation>Inget standardsvar passar</translation>
    </message>
    <message>
      <source>The library is empty</source>
      <translation>Biblioteket är tomt</translation>
    </message>
    <message>
      <source>An administrator can load standard responses into it.</source>
      <translation>En administratör kan läsa in standardsvar i det.</translation>
    </message>
    <message>
      <source>Locked. {name} can go on where the work was left.</source>
      <translation>Låst. {name} kan fortsätta där arbetet lämnades.</translation>
    </message>
    <message>
      <source>Unlock</source>
      <translation>Lås upp</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Logga ut</translation>
    </message>
    <message>
      <source>Lets somebody else sign in; what was not saved is lost</source>
      <translation>Låter någon annan logga in; det som inte sparats går förlorat</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Stäng</translation>
    </message>
    <message>
      <source>Close the message (Ctrl+Backspace)</source>
      <translation>Stäng meddelandet (Ctrl+Backsteg)</translation>
    </message>
    <message>
      <source>one file</source>
      <translation>en fil</translation>
    </message>
    <message>
      <source>tried out</source>
      <translation>provad</translation>
    </message>
    <message>
      <source>On any machine: mi-desktop --office DIR restore FILE, into an empty folder.</source>
      <translation>På vilken dator som helst: mi-desktop --office MAPP restore FIL, till en tom mapp.</translation>
    </message>
    <message>
      <source>It asks for a passphrase that opened the office when the backup was made.</source>
      <translation>Den frågar efter en lösenfras som öppnade kontoret när kopian gjordes.</translation>
    </message>
    <message>
      <source>Nobody has one? The words of the recovery key open every backup made since then.</source>
      <translation>Har ingen någon? Återställningsnyckelns ord öppnar varje kopia som gjorts sedan dess.</translation>
    </message>
    <message>
      <source>Nothing is called an office before every record and document was verified.</source>
      <translation>Inget kallas kontor förrän varje post och dokument är kontrollerat.</translation>
    </message>
    <message>
      <source>Try a backup out now and then, and keep the signed sheet.</source>
      <translation>Prova en säkerhetskopia då och då, och spara det underskrivna bladet.</translation>
    </message>
    <message>
      <source>{count} documents were damaged before</source>
      <translation>{count} dokument var skadade innan</translation>
    </message>
    <message>
      <source>Backups</source>
      <translation>Säkerhetskopior</translation>
    </message>
    <message>
      <source>Back up to the folder</source>
      <translation>Säkerhetskopiera till mappen</translation>
    </message>
    <message>
      <source>Back up to one file…</source>
      <translation>Säkerhetskopiera till en fil…</translation>
    </message>
    <message>
      <source>Try the last backup out</source>
      <translation>Prova den senaste kopian</translation>
    </message>
    <message>
      <source>I have seen the failure</source>
      <translation>Jag har sett felet</translation>
    </message>
    <message>
      <source>Making a backup</source>
      <translation>Gör en säkerhetskopia</translation>
    </message>
    <message>
      <source>Backup made and read back: {records} records, {documents} documents.</source>
      <translation>Säkerhetskopian är gjord och läst tillbaka: {records} poster, {documents} dokument.</translation>
    </message>
    <message>
      <source>Trying a backup out</source>
      <translation>Provar en säkerhetskopia</translation>
    </message>
    <message>
      <source>The backup was restored, verified and removed again.</source>
      <translation>Säkerhetskopian återställdes, kontrollerades och togs bort igen.</translation>
    </message>
    <message>
      <source>Restore drill</source>
      <translation>Återställningsövning</translation>
    </message>
    <message>
      <source>The last good backup is of {at}.</source>
      <translation>Den senaste hela säkerhetskopian är från {at}.</translation>
    </message>
    <message>
      <source>There is no backup yet. If this disk fails, everything is lost.</source>
      <translation>Det finns ingen säkerhetskopia än. Om disken går sönder är allt förlorat.</translation>
    </message>
    <message>
      <source>Every {hours} hours into {folder}; {keep} are kept.</source>
      <translation>Var {hours}:e timme till {folder}; {keep} sparas.</translation>
    </message>
    <message>
      <source>No folder is set, so none is made by itself (settings.json, keeping).</source>
      <translation>Ingen mapp är angiven, så ingen görs av sig själv (settings.json, keeping).</translation>
    </message>
    <message>
      <source>The backup of {at} failed: {why}</source>
      <translation>Säkerhetskopian {at} misslyckades: {why}</translation>
    </message>
    <message>
      <source>Nothing was backed up yet</source>
      <translation>Inget är säkerhetskopierat än</translation>
    </message>
    <message>
      <source>A backup is one encrypted file; any passphrase of today opens it.</source>
      <translation>En säkerhetskopia är en krypterad fil; vilken som helst av dagens lösenfraser öppnar den.</translation>
    </message>
    <message>
      <source>Documents</source>
      <translation>Dokument</translation>
    </message>
    <message>
      <source>Place, or why it failed</source>
      <translation>Plats, eller varför det misslyckades</translation>
    </message>
    <message>
      <source>On a bad day</source>
      <translation>En dålig dag</translation>
    </message>
    <message>
      <source>You change {years}; other years stay, and so do earlier due dates.</source>
      <translation>Du ändrar {years}; andra år ligger kvar, och det gör även tidigare förfallodagar.</translation>
    </message>
    <message>
      <source>Site</source>
      <translation>Ort</translation>
    </message>
    <message>
      <source>Year</source>
      <translation>År</translation>
    </message>
    <message>
      <source>Calendars</source>
      <translation>Kalendrar</translation>
    </message>
    <message>
      <source>Holidays of the year</source>
      <translation>Årets helgdagar</translation>
    </message>
    <message>
      <source>Add or change a year…</source>
      <translation>Lägg till eller ändra ett år…</translation>
    </message>
    <message>
      <source>Import from CSV…</source>
      <translation>Hämta från CSV…</translation>
    </message>
    <message>
      <source>Export as CSV…</source>
      <translation>Spara som CSV…</translation>
    </message>
    <message>
      <source>Hand-offs are due after {days} business days.</source>
      <translation>Överlämningar ska ske inom {days} arbetsdagar.</translation>
    </message>
    <message>
      <source>Hand-offs are due after {hours} hours; no weekend stops those.</source>
      <translation>Överlämningar ska ske inom {hours} timmar; ingen helg stoppar dem.</translation>
    </message>
    <message>
      <source>the years in {name}</source>
      <translation>åren i {name}</translation>
    </message>
    <message>
      <source>Holiday</source>
      <translation>Helgdag</translation>
    </message>
    <message>
      <source>The calendar of {site} is entered</source>
      <translation>Kalendern för {site} är inlagd</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Kalender</translation>
    </message>
    <message>
      <source>Years</source>
      <translation>År</translation>
    </message>
    <message>
      <source>In use from</source>
      <translation>Gäller från</translation>
    </message>
    <message>
      <source>Entered by</source>
      <translation>Inlagd av</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Källa</translation>
    </message>
    <message>
      <source>{name} saved</source>
      <translation>{name} sparad</translation>
    </message>
    <message>
      <source>the beginning</source>
      <translation>början</translation>
    </message>
    <message>
      <source>comes with it</source>
      <translation>följer med programmet</translation>
    </message>
    <message>
      <source>Times towards authorities</source>
      <translation>Tider mot myndigheter</translation>
    </message>
    <message>
      <source>Rule</source>
      <translation>Regel</translation>
    </message>
    <message>
      <source>Applies to</source>
      <translation>Gäller</translation>
    </message>
    <message>
      <source>Verified</source>
      <translation>Kontrollerad</translation>
    </message>
    <message>
      <source>For information on the hand-off sheet: safety and quality keep these times. Nothing in this office is due by them.</source>
      <translation>För kännedom på överlämningsbladet: säkerhet och kvalitet håller dessa tider. Inget på det här kontoret förfaller efter dem.</translation>
    </message>
    <message>
      <source>both</source>
      <translation>båda</translation>
    </message>
    <message>
      <source>no day noted</source>
      <translation>ingen dag antecknad</translation>
    </message>
    <message>
      <source>Recovery key {id}</source>
      <translation>Återställningsnyckel {id}</translation>
    </message>
    <message>
      <source>Old passphrase</source>
      <translation>Gammal lösenfras</translation>
    </message>
    <message>
      <source>New passphrase</source>
      <translation>Ny lösenfras</translation>
    </message>
    <message>
      <source>Change my passphrase</source>
      <translation>Byt min lösenfras</translation>
    </message>
    <message>
      <source>Make a new recovery key</source>
      <translation>Gör en ny återställningsnyckel</translation>
    </message>
    <message>
      <source>Wrapping the key for {name}</source>
      <translation>Slår in nyckeln för {name}</translation>
    </message>
    <message>
      <source>Your passphrase is changed.</source>
      <translation>Din lösenfras är bytt.</translation>
    </message>
    <message>
      <source>The new recovery key is in force; older sheets open nothing more.</source>
      <translation>Den nya återställningsnyckeln gäller; äldre blad öppnar ingenting mer.</translation>
    </message>
    <message>
      <source>My passphrase</source>
      <translation>Min lösenfras</translation>
    </message>
    <message>
      <source>Recovery key</source>
      <translation>Återställningsnyckel</translation>
    </message>
    <message>
      <source>This machine</source>
      <translation>Den här datorn</translation>
    </message>
    <message>
      <source>Recovery key {id} is in force, made {at}.</source>
      <translation>Återställningsnyckel {id} gäller, gjord {at}.</translation>
    </message>
    <message>
      <source>There is none. If nobody can sign in, everything in the office is lost.</source>
      <translation>Det finns ingen. Om ingen kan logga in går allt på kontoret förlorat.</translation>
    </message>
    <message>
      <source>This machine's key ring opens the office for {name}.</source>
      <translation>Den här datorns nyckelring öppnar kontoret för {name}.</translation>
    </message>
    <message>
      <source>This machine asks for the passphrase each time.</source>
      <translation>Den här datorn frågar efter lösenfrasen varje gång.</translation>
    </message>
    <message>
      <source>Ask for the passphrase again</source>
      <translation>Fråga efter lösenfrasen igen</translation>
    </message>
    <message>
      <source>Let the key ring open it for me</source>
      <translation>Låt nyckelringen öppna åt mig</translation>
    </message>
    <message>
      <source>This machine has no key ring that answers.</source>
      <translation>Den här datorn har ingen nyckelring som svarar.</translation>
    </message>
    <message>
      <source>{kind}, asked {at}</source>
      <translation>{kind}, begärt {at}</translation>
    </message>
    <message>
      <source>due {at}</source>
      <translation>senast {at}</translation>
    </message>
    <message>
      <source>Requests</source>
      <translation>Begäranden</translation>
    </message>
    <message>
      <source>A request came</source>
      <translation>En begäran kom in</translation>
    </message>
    <message>
      <source>Before it is done</source>
      <translation>Innan det görs</translation>
    </message>
    <message>
      <source>Enter a request…</source>
      <translation>För in en begäran…</translation>
    </message>
    <message>
      <source>Close the request…</source>
      <translation>Avsluta begäran…</translation>
    </message>
    <message>
      <source>Show the receipt</source>
      <translation>Visa kvittot</translation>
    </message>
    <message>
      <source>The request stands in the list with its day to answer.</source>
      <translation>Begäran står i listan med sin sista svarsdag.</translation>
    </message>
    <message>
      <source>What was done, or why not</source>
      <translation>Vad som gjordes, eller varför inte</translation>
    </message>
    <message>
      <source>Close the request</source>
      <translation>Avsluta begäran</translation>
    </message>
    <message>
      <source>Asked</source>
      <translation>Begärd</translation>
    </message>
    <message>
      <source>Request</source>
      <translation>Begäran</translation>
    </message>
    <message>
      <source>About</source>
      <translation>Gäller</translation>
    </message>
    <message>
      <source>Identity</source>
      <translation>Identitet</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Klart</translation>
    </message>
    <message>
      <source>What was done</source>
      <translation>Åtgärd</translation>
    </message>
    <message>
      <source>Receipt</source>
      <translation>Kvitto</translation>
    </message>
    <message>
      <source>The request is closed.</source>
      <translation>Begäran är avslutad.</translation>
    </message>
    <message>
      <source>Which procedure did you read and understand?</source>
      <translation>Vilken rutin har du läst och förstått?</translation>
    </message>
    <message>
      <source>Who was trained, or is competent, in what?</source>
      <translation>Vem har utbildats, eller är kunnig, i vad?</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <source>Version of the procedure</source>
      <translation>Rutinens version</translation>
    </message>
    <message>
      <source>Who was trained</source>
      <translation>Vem som utbildades</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>För in</translation>
    </message>
    <message>
      <source>Without personal data: it is kept for good.</source>
      <translation>Utan personuppgifter: det sparas för alltid.</translation>
    </message>
    <message>
      <source>Logbook</source>
      <translation>Loggbok</translation>
    </message>
    <message>
      <source>New entry</source>
      <translation>Ny post</translation>
    </message>
    <message>
      <source>Report an incident</source>
      <translation>Rapportera en avvikelse</translation>
    </message>
    <message>
      <source>I have read a procedure</source>
      <translation>Jag har läst en rutin</translation>
    </message>
    <message>
      <source>Enter a training</source>
      <translation>För in en utbildning</translation>
    </message>
    <message>
      <source>Close the incident</source>
      <translation>Avsluta avvikelsen</translation>
    </message>
    <message>
      <source>What happened?</source>
      <translation>Vad hände?</translation>
    </message>
    <message>
      <source>What became of it: {title}</source>
      <translation>Vad det blev av: {title}</translation>
    </message>
    <message>
      <source>Entered in the logbook</source>
      <translation>Infört i loggboken</translation>
    </message>
    <message>
      <source>The logbook is empty</source>
      <translation>Loggboken är tom</translation>
    </message>
    <message>
      <source>Incidents, trainings and procedures that were read stand here.</source>
      <translation>Här står avvikelser, utbildningar och rutiner som har lästs.</translation>
    </message>
    <message>
      <source>What became of it</source>
      <translation>Vad det blev av</translation>
    </message>
    <message>
      <source>Nothing here is ever deleted.</source>
      <translation>Inget här raderas någonsin.</translation>
    </message>
    <message>
      <source>Holidays, a day a line</source>
      <translation>Helgdagar, en dag per rad</translation>
    </message>
    <message>
      <source>Who says so: a law, an agreement</source>
      <translation>Vem som säger det: en lag, ett avtal</translation>
    </message>
    <message>
      <source>Enter as the next calendar</source>
      <translation>Lägg in som nästa kalender</translation>
    </message>
    <message>
      <source>Next calendar</source>
      <translation>Nästa kalender</translation>
    </message>
    <message>
      <source>The name, the words, the mail and the letters of {numbers} stand there again. Your name and the reason stay in the audit trail.</source>
      <translation>Namn, ord, post och brev i {numbers} visas igen. Ditt namn och skälet står kvar i granskningsloggen.</translation>
    </message>
    <message>
      <source>Nobody brings the name, the words, the mail and the letters of {numbers} back any more, from here on for good.</source>
      <translation>Ingen kan därefter återställa namn, ord, post och brev i {numbers}; det går inte att ångra.</translation>
    </message>
    <message>
      <source>{number} may be used again. The person who asked for the restriction is told before.</source>
      <translation>{number} får användas igen. Den som begärde begränsningen ska underrättas innan.</translation>
    </message>
    <message>
      <source>sealed, can be brought back</source>
      <translation>förseglad, kan återställas</translation>
    </message>
    <message>
      <source>the key is destroyed</source>
      <translation>nyckeln är förstörd</translation>
    </message>
    <message>
      <source>brought back</source>
      <translation>återställd</translation>
    </message>
    <message>
      <source>Under other names</source>
      <translation>Under andra namn</translation>
    </message>
    <message>
      <source>Restricted use</source>
      <translation>Begränsad behandling</translation>
    </message>
    <message>
      <source>Bring the name back…</source>
      <translation>Återställ namnet…</translation>
    </message>
    <message>
      <source>Destroy the key…</source>
      <translation>Förstör nyckeln…</translation>
    </message>
    <message>
      <source>Lift the restriction…</source>
      <translation>Häv begränsningen…</translation>
    </message>
    <message>
      <source>Bringing the name back</source>
      <translation>Återställer namnet</translation>
    </message>
    <message>
      <source>Why the name is wanted</source>
      <translation>Varför namnet behövs</translation>
    </message>
    <message>
      <source>Bring the name back</source>
      <translation>Återställ namnet</translation>
    </message>
    <message>
      <source>Destroying the key</source>
      <translation>Förstör nyckeln</translation>
    </message>
    <message>
      <source>Why it is destroyed</source>
      <translation>Varför den förstörs</translation>
    </message>
    <message>
      <source>Destroy the key for good</source>
      <translation>Förstör nyckeln för gott</translation>
    </message>
    <message>
      <source>Why it is lifted</source>
      <translation>Varför den hävs</translation>
    </message>
    <message>
      <source>Lift the restriction</source>
      <translation>Häv begränsningen</translation>
    </message>
    <message>
      <source>Nobody lies under another name</source>
      <translation>Ingen står under ett annat namn</translation>
    </message>
    <message>
      <source>Who is pseudonymised stands here, with what lies sealed under the name.</source>
      <translation>Här står de som har pseudonymiserats, med det som ligger förseglat under namnet.</translation>
    </message>
    <message>
      <source>Nothing is restricted</source>
      <translation>Inget är begränsat</translation>
    </message>
    <message>
      <source>Personal data, Restrict…: what a person contests is kept and not used.</source>
      <translation>Personuppgifter, Begränsa…: det en person bestrider bevaras men används inte.</translation>
    </message>
    <message>
      <source>Reports to safety and quality go on under a restriction.</source>
      <translation>Rapporter till säkerhet och kvalitet går vidare även under en begränsning.</translation>
    </message>
    <message>
      <source>Back: {numbers}</source>
      <translation>Återställt: {numbers}</translation>
    </message>
    <message>
      <source>The key is destroyed.</source>
      <translation>Nyckeln är förstörd.</translation>
    </message>
    <message>
      <source>The restriction is lifted.</source>
      <translation>Begränsningen är hävd.</translation>
    </message>
    <message>
      <source>Put it in force</source>
      <translation>Låt den gälla</translation>
    </message>
    <message>
      <source>Save the sheet, print it, delete the file. Then type two words from the paper: from there on this key is in force and older sheets open nothing.</source>
      <translation>Spara bladet, skriv ut det och radera filen. Skriv sedan två ord från papperet: från och med då gäller nyckeln och äldre blad öppnar ingenting.</translation>
    </message>
    <message>
      <source>Word {number}</source>
      <translation>Ord {number}</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Medarbetare</translation>
    </message>
    <message>
      <source>Somebody new</source>
      <translation>Ny medarbetare</translation>
    </message>
    <message>
      <source>Add somebody</source>
      <translation>Lägg till någon</translation>
    </message>
    <message>
      <source>Change the person in hand</source>
      <translation>Ändra vald medarbetare</translation>
    </message>
    <message>
      <source>{name}: saved</source>
      <translation>{name}: sparad</translation>
    </message>
    <message>
      <source>Adding {name}</source>
      <translation>Lägger till {name}</translation>
    </message>
    <message>
      <source>User name</source>
      <translation>Användarnamn</translation>
    </message>
    <message>
      <source>Full name</source>
      <translation>Fullständigt namn</translation>
    </message>
    <message>
      <source>Who left stays in the list; what they did stays theirs.</source>
      <translation>Den som slutat står kvar i listan; det den gjort förblir dennes.</translation>
    </message>
    <message>
      <source>Chose the passphrase on {day}.</source>
      <translation>Valde lösenfrasen {day}.</translation>
    </message>
    <message>
      <source>Works here no more. The name stays taken.</source>
      <translation>Arbetar inte längre här. Namnet förblir upptaget.</translation>
    </message>
    <message>
      <source>Passphrase given by {name}, {day}.</source>
      <translation>Lösenfrasen gavs av {name}, {day}.</translation>
    </message>
    <message>
      <source>First passphrase</source>
      <translation>Första lösenfras</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Lägg till</translation>
    </message>
    <message>
      <source>Save the roles</source>
      <translation>Spara rollerna</translation>
    </message>
    <message>
      <source>the recovery key</source>
      <translation>återställningsnyckeln</translation>
    </message>
    <message>
      <source>Once more</source>
      <translation>En gång till</translation>
    </message>
    <message>
      <source>The two differ.</source>
      <translation>De två är olika.</translation>
    </message>
    <message>
      <source>The name is never given to anybody else, not even years later.</source>
      <translation>Namnet ges aldrig till någon annan, inte ens efter flera år.</translation>
    </message>
    <message>
      <source>Give a new passphrase</source>
      <translation>Ge en ny lösenfras</translation>
    </message>
    <message>
      <source>Let in again</source>
      <translation>Släpp in igen</translation>
    </message>
    <message>
      <source>The passphrase of {name} will open nothing more.</source>
      <translation>Lösenfrasen för {name} öppnar sedan ingenting mer.</translation>
    </message>
    <message>
      <source>Yes, end it</source>
      <translation>Ja, avsluta</translation>
    </message>
    <message>
      <source>End the work here</source>
      <translation>Avsluta arbetet här</translation>
    </message>
    <message>
      <source>{numbers}: kept and not used until the restriction is lifted; not answered, not sent, not changed. Only those who keep personal data look at it.</source>
      <translation>{numbers}: bevaras men används inte förrän begränsningen hävs; inget besvaras, skickas eller ändras. Bara de som förvaltar personuppgifter ser det.</translation>
    </message>
    <message>
      <source>How their identity was checked</source>
      <translation>Hur identiteten kontrollerades</translation>
    </message>
    <message>
      <source>Passphrase for what is handed out</source>
      <translation>Lösenfras för det som lämnas ut</translation>
    </message>
    <message>
      <source>may go</source>
      <translation>får försvinna</translation>
    </message>
    <message>
      <source>What there is</source>
      <translation>Det som finns</translation>
    </message>
    <message>
      <source>Before it goes</source>
      <translation>Innan det försvinner</translation>
    </message>
    <message>
      <source>Correct the details</source>
      <translation>Rätta uppgifterna</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>Sök</translation>
    </message>
    <message>
      <source>Hand out…</source>
      <translation>Lämna ut…</translation>
    </message>
    <message>
      <source>Correct…</source>
      <translation>Rätta…</translation>
    </message>
    <message>
      <source>Pseudonymise…</source>
      <translation>Pseudonymisera…</translation>
    </message>
    <message>
      <source>Erase…</source>
      <translation>Radera…</translation>
    </message>
    <message>
      <source>Restrict…</source>
      <translation>Begränsa…</translation>
    </message>
    <message>
      <source>Corrected in {numbers}</source>
      <translation>Rättat i {numbers}</translation>
    </message>
    <message>
      <source>Laying the data apart</source>
      <translation>Lägger uppgifterna åt sidan</translation>
    </message>
    <message>
      <source>Erasing</source>
      <translation>Raderar</translation>
    </message>
    <message>
      <source>Restricted; it is lifted under Other names.</source>
      <translation>Begränsat; det hävs under Andra namn.</translation>
    </message>
    <message>
      <source>Done; the receipt says what went and what stayed.</source>
      <translation>Klart; kvittot säger vad som försvann och vad som är kvar.</translation>
    </message>
    <message>
      <source>Whose data?</source>
      <translation>Vems uppgifter?</translation>
    </message>
    <message>
      <source>Name, e-mail address or telephone, as they wrote it; then Ctrl+Return.</source>
      <translation>Namn, e-postadress eller telefon, så som personen skrev; sedan Ctrl+Retur.</translation>
    </message>
    <message>
      <source>empty: an open ZIP</source>
      <translation>tomt: en öppen ZIP</translation>
    </message>
    <message>
      <source>Of</source>
      <translation>Från</translation>
    </message>
    <message>
      <source>Stays because</source>
      <translation>Kvar därför att</translation>
    </message>
    <message>
      <source>Pseudonymise</source>
      <translation>Pseudonymisera</translation>
    </message>
    <message>
      <source>Erase for good</source>
      <translation>Radera för gott</translation>
    </message>
    <message>
      <source>Why its use is restricted</source>
      <translation>Varför behandlingen begränsas</translation>
    </message>
    <message>
      <source>Restrict the use</source>
      <translation>Begränsa behandlingen</translation>
    </message>
    <message>
      <source>Lies under {name}</source>
      <translation>Ligger under {name}</translation>
    </message>
    <message>
      <source>To hand it out or to correct it, bring the name back first: Other names.</source>
      <translation>Återställ först namnet för att lämna ut eller rätta: Andra namn.</translation>
    </message>
    <message>
      <source>{file} written</source>
      <translation>{file} skriven</translation>
    </message>
    <message>
      <source>This goes for good: the words, names, addresses, mail and letters of {numbers}.</source>
      <translation>Detta försvinner för gott: ord, namn, adresser, post och brev i {numbers}.</translation>
    </message>
    <message>
      <source>This is sealed apart under a random name: the words, names, addresses, mail and letters of {numbers}. Whoever may bring a name back can undo it, with a reason.</source>
      <translation>Det här förseglas under ett slumpat namn: ord, namn, adresser, post och brev i {numbers}. Den som får återställa ett namn kan ångra det, med angivet skäl.</translation>
    </message>
    <message>
      <source>Nothing else stays.</source>
      <translation>Inget annat finns kvar.</translation>
    </message>
    <message>
      <source>Correct everywhere</source>
      <translation>Rätta överallt</translation>
    </message>
    <message>
      <source>Town</source>
      <translation>Ort</translation>
    </message>
    <message>
      <source>Enter the request</source>
      <translation>För in begäran</translation>
    </message>
    <message>
      <source>Esc goes back; nothing happens then.</source>
      <translation>Esc går tillbaka; då händer ingenting.</translation>
    </message>
    <message>
      <source>This stays:</source>
      <translation>Detta är kvar:</translation>
    </message>
    <message>
      <source>Asked for</source>
      <translation>Begärt</translation>
    </message>
    <message>
      <source>Came on</source>
      <translation>Kom in den</translation>
    </message>
    <message>
      <source>It is to be answered within one month of that day.</source>
      <translation>Den ska besvaras inom en månad från den dagen.</translation>
    </message>
    <message>
      <source>Record of processing…</source>
      <translation>Registerförteckning…</translation>
    </message>
    <message>
      <source>Impact assessment…</source>
      <translation>Konsekvensbedömning…</translation>
    </message>
    <message>
      <source>Breach export…</source>
      <translation>Export vid incident…</translation>
    </message>
    <message>
      <source>Drawing up the record</source>
      <translation>Tar fram förteckningen</translation>
    </message>
    <message>
      <source>Drawing up the assessment</source>
      <translation>Tar fram bedömningen</translation>
    </message>
    <message>
      <source>Collecting who, what and when</source>
      <translation>Samlar vem, vad och när</translation>
    </message>
    <message>
      <source>Into which folder?</source>
      <translation>I vilken mapp?</translation>
    </message>
    <message>
      <source>empty: everything of these days</source>
      <translation>tomt: allt från dessa dagar</translation>
    </message>
    <message>
      <source>For the supervisor</source>
      <translation>Till tillsynsmyndigheten</translation>
    </message>
    <message>
      <source>Art. 30: what is done with whose data, why and how long.</source>
      <translation>Art. 30: vad som görs med vems uppgifter, varför och hur länge.</translation>
    </message>
    <message>
      <source>Art. 35: filled as far as the program knows; you complete it.</source>
      <translation>Art. 35: ifylld så långt programmet vet; du fyller i resten.</translation>
    </message>
    <message>
      <source>A breach of personal data</source>
      <translation>En personuppgiftsincident</translation>
    </message>
    <message>
      <source>Art. 33: the authority is told within 72 hours of your knowing.</source>
      <translation>Art. 33: myndigheten ska underrättas inom 72 timmar från att ni fått vetskap.</translation>
    </message>
    <message>
      <source>CSV: the persons. JSON: the persons and every deed, by whom, when.</source>
      <translation>CSV: personerna. JSON: personerna och varje åtgärd, av vem och när.</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Från och med</translation>
    </message>
    <message>
      <source>Numbers of inquiries or mail</source>
      <translation>Nummer på ärenden eller post</translation>
    </message>
    <message>
      <source>{files} written</source>
      <translation>{files} skrivna</translation>
    </message>
    <message>
      <source>Past its time</source>
      <translation>Över tiden</translation>
    </message>
    <message>
      <source>Waiting for a second person</source>
      <translation>Väntar på en andra person</translation>
    </message>
    <message>
      <source>Legal holds</source>
      <translation>Rättsliga spärrar</translation>
    </message>
    <message>
      <source>Legal hold</source>
      <translation>Rättslig spärr</translation>
    </message>
    <message>
      <source>Lift the hold</source>
      <translation>Häv spärren</translation>
    </message>
    <message>
      <source>End of an authorisation</source>
      <translation>Godkännande som upphört</translation>
    </message>
    <message>
      <source>Propose to pseudonymise</source>
      <translation>Föreslå pseudonymisering</translation>
    </message>
    <message>
      <source>Propose to destroy</source>
      <translation>Föreslå förstöring</translation>
    </message>
    <message>
      <source>End of an authorisation…</source>
      <translation>Godkännande som upphört…</translation>
    </message>
    <message>
      <source>Confirm a colleague's proposal</source>
      <translation>Bekräfta en kollegas förslag</translation>
    </message>
    <message>
      <source>Put under legal hold</source>
      <translation>Lägg under rättslig spärr</translation>
    </message>
    <message>
      <source>Lift the hold in hand</source>
      <translation>Häv den valda spärren</translation>
    </message>
    <message>
      <source>Proposed. A second person confirms it before anything goes.</source>
      <translation>Föreslaget. En andra person bekräftar innan något försvinner.</translation>
    </message>
    <message>
      <source>Letting go what is due</source>
      <translation>Gallrar det som är över tiden</translation>
    </message>
    <message>
      <source>Held: nothing of it is erased until the hold is lifted.</source>
      <translation>Spärrat: inget av det raderas förrän spärren hävs.</translation>
    </message>
    <message>
      <source>The hold is lifted.</source>
      <translation>Spärren är hävd.</translation>
    </message>
    <message>
      <source>Entered: reports about the product fall due by it.</source>
      <translation>Infört: rapporter om läkemedlet gallras efter det.</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>Senast</translation>
    </message>
    <message>
      <source>Ended</source>
      <translation>Avslutad</translation>
    </message>
    <message>
      <source>Nothing is due</source>
      <translation>Inget ska gallras</translation>
    </message>
    <message>
      <source>Inquiries without a report are due {months} months after the answer; reports when the law lets them go.</source>
      <translation>Ärenden utan rapport gallras {months} månader efter svaret; rapporter när lagen tillåter det.</translation>
    </message>
    <message>
      <source>Proposed</source>
      <translation>Föreslagen</translation>
    </message>
    <message>
      <source>What is pseudonymised lies sealed under a random name and can be brought back; what is destroyed stays as figures alone.</source>
      <translation>Det som pseudonymiseras ligger förseglat under ett slumpat namn och kan återställas; av det som förstörs återstår bara siffror.</translation>
    </message>
    <message>
      <source>Reports to safety about it fall due so many years later as the settings say.</source>
      <translation>Rapporter till säkerhet om läkemedlet gallras så många år senare som inställningarna anger.</translation>
    </message>
    <message>
      <source>Hold</source>
      <translation>Spärra</translation>
    </message>
    <message>
      <source>The authorisation has ended</source>
      <translation>Godkännandet har upphört</translation>
    </message>
    <message>
      <source>Ended on</source>
      <translation>Upphörde den</translation>
    </message>
    <message>
      <source>Number of the inquiry</source>
      <translation>Förfrågans nummer</translation>
    </message>
    <message>
      <source>Or a person's name</source>
      <translation>Eller en persons namn</translation>
    </message>
    <message>
      <source>Or e-mail address</source>
      <translation>Eller e-postadress</translation>
    </message>
    <message>
      <source>Why it is held</source>
      <translation>Varför det spärras</translation>
    </message>
    <message>
      <source>The last review reaches to {last}; the next is due {day}.</source>
      <translation>Den senaste granskningen sträcker sig till {last}; nästa ska göras {day}.</translation>
    </message>
    <message>
      <source>Nothing in this time.</source>
      <translation>Inget under den här tiden.</translation>
    </message>
    <message>
      <source>No interval is set for reviews (Office, Settings).</source>
      <translation>Inget intervall är satt för granskningar (Kontoret, Inställningar).</translation>
    </message>
    <message>
      <source>The review is late: it was due {day}.</source>
      <translation>Granskningen är försenad: den skulle ha gjorts {day}.</translation>
    </message>
    <message>
      <source>The first review of the office is due {day}.</source>
      <translation>Kontorets första granskning ska göras {day}.</translation>
    </message>
    <message>
      <source>Draw the review up</source>
      <translation>Ta fram granskningen</translation>
    </message>
    <message>
      <source>Sign: reviewed</source>
      <translation>Signera: granskad</translation>
    </message>
    <message>
      <source>Show the signed review</source>
      <translation>Visa den signerade granskningen</translation>
    </message>
    <message>
      <source>Save PDF and table…</source>
      <translation>Spara PDF och tabell…</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>Vad som hittades</translation>
    </message>
    <message>
      <source>The lines of the question in hand</source>
      <translation>Raderna för den valda frågan</translation>
    </message>
    <message>
      <source>Your passphrase, to sign the review</source>
      <translation>Din lösenfras, för att signera granskningen</translation>
    </message>
    <message>
      <source>Signed reviews</source>
      <translation>Signerade granskningar</translation>
    </message>
    <message>
      <source>Nothing is drawn up yet</source>
      <translation>Inget är framtaget ännu</translation>
    </message>
    <message>
      <source>Choose the days, then draw the review up; nothing is kept before you sign.</source>
      <translation>Välj dagarna och ta sedan fram granskningen; inget sparas innan du signerar.</translation>
    </message>
    <message>
      <source>Looking through the office</source>
      <translation>Går igenom kontoret</translation>
    </message>
    <message>
      <source>{number} signed and kept</source>
      <translation>{number} är signerad och sparad</translation>
    </message>
    <message>
      <source>{number} is signed</source>
      <translation>{number} är signerad</translation>
    </message>
    <message>
      <source>It lies at the side, as PDF and as a table.</source>
      <translation>Den ligger vid sidan, som PDF och som tabell.</translation>
    </message>
    <message>
      <source>Lines</source>
      <translation>Rader</translation>
    </message>
    <message>
      <source>Signed by</source>
      <translation>Signerad av</translation>
    </message>
    <message>
      <source>First day</source>
      <translation>Första dag</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>Sista dag</translation>
    </message>
    <message>
      <source>I reviewed this.</source>
      <translation>Jag har granskat detta.</translation>
    </message>
    <message>
      <source>Signing the review</source>
      <translation>Signerar granskningen</translation>
    </message>
    <message>
      <source>Office: {name}</source>
      <translation>Kontoret: {name}</translation>
    </message>
    <message>
      <source>Built in: {value}</source>
      <translation>Förinställt: {value}</translation>
    </message>
    <message>
      <source>on paper</source>
      <translation>på papper</translation>
    </message>
    <message>
      <source>into a folder</source>
      <translation>till en mapp</translation>
    </message>
    <message>
      <source>by protected e-mail</source>
      <translation>med skyddad e-post</translation>
    </message>
    <message>
      <source>this office</source>
      <translation>det här kontoret</translation>
    </message>
    <message>
      <source>the safety department</source>
      <translation>säkerhetsavdelningen</translation>
    </message>
    <message>
      <source>Counts when the office is opened again.</source>
      <translation>Gäller när kontoret öppnas nästa gång.</translation>
    </message>
    <message>
      <source>Save the settings</source>
      <translation>Spara inställningarna</translation>
    </message>
    <message>
      <source>Take back what was typed</source>
      <translation>Ta tillbaka det som skrevs</translation>
    </message>
    <message>
      <source>Why it is changed; stands in the audit trail</source>
      <translation>Varför det ändras; står i granskningsloggen</translation>
    </message>
    <message>
      <source>Why the settings are changed</source>
      <translation>Varför inställningarna ändras</translation>
    </message>
    <message>
      <source>Changed settings</source>
      <translation>Ändrade inställningar</translation>
    </message>
    <message>
      <source>Settings saved; they count when the office is opened again.</source>
      <translation>Inställningarna är sparade; de gäller när kontoret öppnas nästa gång.</translation>
    </message>
    <message>
      <source>What was changed</source>
      <translation>Vad som ändrades</translation>
    </message>
    <message>
      <source>outside the program</source>
      <translation>utanför programmet</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Nycklar</translation>
    </message>
    <message>
      <source>Retention</source>
      <translation>Gallring</translation>
    </message>
    <message>
      <source>Other names</source>
      <translation>Andra namn</translation>
    </message>
    <message>
      <source>Registers</source>
      <translation>Register</translation>
    </message>
    <message>
      <source>Reviews</source>
      <translation>Granskningar</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Inställningar</translation>
    </message>
    <message>
      <source>Times of authorities</source>
      <translation>Myndigheters tider</translation>
    </message>
    <message>
      <source>any day</source>
      <translation>vilken dag som helst</translation>
    </message>
    <message>
      <source>Words, record or action</source>
      <translation>Ord, post eller åtgärd</translation>
    </message>
    <message>
      <source>Show older lines</source>
      <translation>Visa äldre rader</translation>
    </message>
    <message>
      <source>Verify the chain</source>
      <translation>Kontrollera kedjan</translation>
    </message>
    <message>
      <source>Export what was found…</source>
      <translation>Exportera det som hittades…</translation>
    </message>
    <message>
      <source>Checkpoint…</source>
      <translation>Kontrollpunkt…</translation>
    </message>
    <message>
      <source>Walking the audit trail…</source>
      <translation>Går igenom granskningsloggen…</translation>
    </message>
    <message>
      <source>Writing the audit trail</source>
      <translation>Skriver granskningsloggen</translation>
    </message>
    <message>
      <source>Taking a checkpoint</source>
      <translation>Tar en kontrollpunkt</translation>
    </message>
    <message>
      <source>Everybody</source>
      <translation>Alla</translation>
    </message>
    <message>
      <source>Everything</source>
      <translation>Allt</translation>
    </message>
    <message>
      <source>Checkpoint of line {line}: {code}. Keep it away from this machine.</source>
      <translation>Kontrollpunkt för rad {line}: {code}. Förvara den skild från den här datorn.</translation>
    </message>
    <message>
      <source>the program</source>
      <translation>programmet</translation>
    </message>
    <message>
      <source>No line was found</source>
      <translation>Ingen rad hittades</translation>
    </message>
    <message>
      <source>Ask for other words or other days.</source>
      <translation>Sök på andra ord eller andra dagar.</translation>
    </message>
    <message>
      <source>The clock jumped {count} times.</source>
      <translation>Klockan har ställts om {count} gånger.</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>Nr</translation>
    </message>
    <message>
      <source>Changes</source>
      <translation>Ändringar</translation>
    </message>
    <message>
      <source>Find in the audit trail</source>
      <translation>Sök i granskningsloggen</translation>
    </message>
    <message>
      <source>The line in full</source>
      <translation>Hela raden</translation>
    </message>
    <message>
      <source>(words not kept)</source>
      <translation>(orden finns inte kvar)</translation>
    </message>
    <message>
      <source>Why: {reason}</source>
      <translation>Varför: {reason}</translation>
    </message>
    <message>
      <source>Hash: {hash}</source>
      <translation>Kontrollsumma: {hash}</translation>
    </message>
    <message>
      <source>{year}: {count} holidays</source>
      <translation>{year}: {count} helgdagar</translation>
    </message>
    <message>
      <source>Hand-offs on their way</source>
      <translation>Överlämningar på väg</translation>
    </message>
    <message>
      <source>No hand-off is on its way</source>
      <translation>Ingen överlämning är på väg</translation>
    </message>
    <message>
      <source>Every one was acknowledged by safety or quality.</source>
      <translation>Var och en är bekräftad av säkerhet eller kvalitet.</translation>
    </message>
    <message>
      <source>Sending…</source>
      <translation>Skickar…</translation>
    </message>
    <message>
      <source>Offline: {count} waiting, nothing is lost</source>
      <translation>Offline: {count} väntar, inget går förlorat</translation>
    </message>
    <message>
      <source>Signed, not in the queue yet</source>
      <translation>Signerat, inte i kön ännu</translation>
    </message>
    <message>
      <source>{count} waiting to be sent</source>
      <translation>{count} väntar på att skickas</translation>
    </message>
    <message>
      <source>Nothing waits</source>
      <translation>Inget väntar</translation>
    </message>
    <message>
      <source>{count} refused</source>
      <translation>{count} avvisade</translation>
    </message>
    <message>
      <source>What the server said</source>
      <translation>Vad servern sade</translation>
    </message>
    <message>
      <source>Attempts</source>
      <translation>Försök</translation>
    </message>
    <message>
      <source>Queued</source>
      <translation>I kö sedan</translation>
    </message>
    <message>
      <source>No e-mail was queued yet</source>
      <translation>Inget e-brev har köats ännu</translation>
    </message>
    <message>
      <source>A signed letter that goes by e-mail can be put into the queue.</source>
      <translation>Ett signerat brev som går med e-post kan läggas i kön.</translation>
    </message>
    <message>
      <source>no address</source>
      <translation>ingen adress</translation>
    </message>
    <message>
      <source>Send now</source>
      <translation>Skicka nu</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Försök igen</translation>
    </message>
    <message>
      <source>Sending e-mail</source>
      <translation>Skickar e-post</translation>
    </message>
    <message>
      <source>{number}: {done} of {count} in their envelopes</source>
      <translation>{number}: {done} av {count} i sina kuvert</translation>
    </message>
    <message>
      <source>{number}: {state}</source>
      <translation>{number}: {state}</translation>
    </message>
    <message>
      <source>{number}: posted, {count} letters</source>
      <translation>{number}: postad, {count} brev</translation>
    </message>
    <message>
      <source>{number}: all {count} ticked off, ready to be posted</source>
      <translation>{number}: alla {count} avprickade, klara att postas</translation>
    </message>
    <message>
      <source>Letters ready for post</source>
      <translation>Brev klara för posten</translation>
    </message>
    <message>
      <source>Printer</source>
      <translation>Skrivare</translation>
    </message>
    <message>
      <source>Batches</source>
      <translation>Buntar</translation>
    </message>
    <message>
      <source>Letters of the batch</source>
      <translation>Brev i bunten</translation>
    </message>
    <message>
      <source>PDF files</source>
      <translation>PDF-filer</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>Sidor</translation>
    </message>
    <message>
      <source>Batch</source>
      <translation>Bunt</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>Gjord</translation>
    </message>
    <message>
      <source>In its envelope</source>
      <translation>I kuvertet</translation>
    </message>
    <message>
      <source>Sheets</source>
      <translation>Ark</translation>
    </message>
    <message>
      <source>Printed</source>
      <translation>Utskriven</translation>
    </message>
    <message>
      <source>Ready to print</source>
      <translation>Klara att skrivas ut</translation>
    </message>
    <message>
      <source>No letter waits for print</source>
      <translation>Inget brev väntar på utskrift</translation>
    </message>
    <message>
      <source>A letter lies here once it is approved and signed.</source>
      <translation>Ett brev ligger här när det är godkänt och signerat.</translation>
    </message>
    <message>
      <source>No batch was printed yet</source>
      <translation>Ingen bunt har skrivits ut ännu</translation>
    </message>
    <message>
      <source>{n} times</source>
      <translation>{n} gånger</translation>
    </message>
    <message>
      <source>once</source>
      <translation>en gång</translation>
    </message>
    <message>
      <source>Print a batch</source>
      <translation>Skriv ut en bunt</translation>
    </message>
    <message>
      <source>Print this one again</source>
      <translation>Skriv ut den här igen</translation>
    </message>
    <message>
      <source>Show the manifest</source>
      <translation>Visa försändelselistan</translation>
    </message>
    <message>
      <source>Take out of the batch</source>
      <translation>Ta ur bunten</translation>
    </message>
    <message>
      <source>Save the manifest as CSV…</source>
      <translation>Spara försändelselistan som CSV …</translation>
    </message>
    <message>
      <source>Posted</source>
      <translation>Postad</translation>
    </message>
    <message>
      <source>Print the batch again</source>
      <translation>Skriv ut bunten igen</translation>
    </message>
    <message>
      <source>It came out of the printer</source>
      <translation>Den kom ut ur skrivaren</translation>
    </message>
    <message>
      <source>Printing {count} letters</source>
      <translation>Skriver ut {count} brev</translation>
    </message>
    <message>
      <source>Printing {number} again</source>
      <translation>Skriver ut {number} igen</translation>
    </message>
    <message>
      <source>Batch {number}: {state}</source>
      <translation>Bunt {number}: {state}</translation>
    </message>
    <message>
      <source>Printing {reference} again</source>
      <translation>Skriver ut {reference} igen</translation>
    </message>
    <message>
      <source>Outbox</source>
      <translation>Utkorg</translation>
    </message>
    <message>
      <source>Post</source>
      <translation>Post</translation>
    </message>
    <message>
      <source>Hand-offs</source>
      <translation>Överlämningar</translation>
    </message>
    <message>
      <source>Outbox: {name}</source>
      <translation>Utkorg: {name}</translation>
    </message>
    <message>
      <source>Manifest {number}</source>
      <translation>Försändelselista {number}</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Skäl</translation>
    </message>
    <message>
      <source>For example: damaged, wrong address</source>
      <translation>Till exempel: skadat, fel adress</translation>
    </message>
    <message>
      <source>{reference} does not go with {number}. It waits to be sent again.</source>
      <translation>{reference} går inte med {number}. Det väntar på att skickas igen.</translation>
    </message>
    <message>
      <source>or: {other}</source>
      <translation>eller: {other}</translation>
    </message>
    <message>
      <source>a guess, not read for sure: {text}</source>
      <translation>en gissning, inte säkert läst: {text}</translation>
    </message>
    <message>
      <source>read, {sure} % sure</source>
      <translation>läst, {sure} % säker</translation>
    </message>
    <message>
      <source>{words} words, amber: {doubtful} in doubt</source>
      <translation>{words} ord, gult: {doubtful} osäkra</translation>
    </message>
    <message>
      <source>dashed: {found} other places</source>
      <translation>streckat: {found} andra ställen</translation>
    </message>
    <message>
      <source>not read yet</source>
      <translation>inte läst ännu</translation>
    </message>
    <message>
      <source>text of the document itself</source>
      <translation>dokumentets egen text</translation>
    </message>
    <message>
      <source>handwriting on it</source>
      <translation>handskrift på den</translation>
    </message>
    <message>
      <source>Page {page} of {pages}</source>
      <translation>Sida {page} av {pages}</translation>
    </message>
    <message>
      <source>{page} of {pages}</source>
      <translation>{page} av {pages}</translation>
    </message>
    <message>
      <source>No page is chosen.</source>
      <translation>Ingen sida är vald.</translation>
    </message>
    <message>
      <source>Previous page</source>
      <translation>Föregående sida</translation>
    </message>
    <message>
      <source>Next page</source>
      <translation>Nästa sida</translation>
    </message>
    <message>
      <source>Smaller</source>
      <translation>Mindre</translation>
    </message>
    <message>
      <source>Larger</source>
      <translation>Större</translation>
    </message>
    <message>
      <source>Fit the width</source>
      <translation>Anpassa till bredden</translation>
    </message>
    <message>
      <source>Show the words</source>
      <translation>Visa orden</translation>
    </message>
    <message>
      <source>Check the reading</source>
      <translation>Kontrollera läsningen</translation>
    </message>
    <message>
      <source>Hide in a copy</source>
      <translation>Dölj i en kopia</translation>
    </message>
    <message>
      <source>Show identity numbers</source>
      <translation>Visa personnummer</translation>
    </message>
    <message>
      <source>The page is being fetched.</source>
      <translation>Sidan hämtas.</translation>
    </message>
    <message>
      <source>Screens</source>
      <translation>Skärmar</translation>
    </message>
    <message>
      <source>urgent</source>
      <translation>brådskar</translation>
    </message>
    <message>
      <source>The word's picture</source>
      <translation>Ordets bild</translation>
    </message>
    <message>
      <source>What stands there</source>
      <translation>Vad som står där</translation>
    </message>
    <message>
      <source>Take the other reading</source>
      <translation>Ta den andra läsningen</translation>
    </message>
    <message>
      <source>Save what you read</source>
      <translation>Spara det du läst</translation>
    </message>
    <message>
      <source>Write down</source>
      <translation>Skriv ner</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>Ta tillbaka</translation>
    </message>
    <message>
      <source>Next word</source>
      <translation>Nästa ord</translation>
    </message>
    <message>
      <source>Word before</source>
      <translation>Föregående ord</translation>
    </message>
    <message>
      <source>{count} left on this page</source>
      <translation>{count} kvar på den här sidan</translation>
    </message>
    <message>
      <source>Nothing on this page is left to check.</source>
      <translation>Inget mer att kontrollera på den här sidan.</translation>
    </message>
    <message>
      <source>Keep and go on</source>
      <translation>Behåll och fortsätt</translation>
    </message>
    <message>
      <source>names the patient</source>
      <translation>nämner patienten</translation>
    </message>
    <message>
      <source>names the reporter</source>
      <translation>nämner rapportören</translation>
    </message>
    <message>
      <source>address or telephone number</source>
      <translation>adress eller telefonnummer</translation>
    </message>
    <message>
      <source>concerns somebody else</source>
      <translation>rör någon annan</translation>
    </message>
    <message>
      <source>Why it is hidden</source>
      <translation>Varför det döljs</translation>
    </message>
    <message>
      <source>Hide the selection</source>
      <translation>Dölj markeringen</translation>
    </message>
    <message>
      <source>Hide everywhere</source>
      <translation>Dölj överallt</translation>
    </message>
    <message>
      <source>Make the copy…</source>
      <translation>Gör kopian…</translation>
    </message>
    <message>
      <source>Making the copy</source>
      <translation>Gör kopian</translation>
    </message>
    <message>
      <source>The copy was saved as {name}</source>
      <translation>Kopian sparades som {name}</translation>
    </message>
    <message>
      <source>{count} places on {pages} pages are hidden</source>
      <translation>{count} ställen på {pages} sidor är dolda</translation>
    </message>
    <message>
      <source>Select words on the page, or draw a rectangle where none were read.</source>
      <translation>Markera ord på sidan, eller dra en rektangel där inga lästs.</translation>
    </message>
    <message>
      <source>What the number is needed for</source>
      <translation>Vad numret behövs till</translation>
    </message>
    <message>
      <source>What you read on the page</source>
      <translation>Vad du läser på sidan</translation>
    </message>
    <message>
      <source>What you read there, line by line</source>
      <translation>Vad du läser där, rad för rad</translation>
    </message>
    <message>
      <source>Open the office</source>
      <translation>Öppna kontoret</translation>
    </message>
    <message>
      <source>Back (Esc)</source>
      <translation>Tillbaka (Esc)</translation>
    </message>
    <message>
      <source>The words of the recovery key open the office and give one user a new passphrase. That it was done stands in the audit trail.</source>
      <translation>Orden i återställningsnyckeln öppnar kontoret och ger en användare en ny lösenfras. Att det gjordes står i granskningsloggen.</translation>
    </message>
    <message>
      <source>The 24 words</source>
      <translation>De 24 orden</translation>
    </message>
    <message>
      <source>Fill in every field.</source>
      <translation>Fyll i alla fält.</translation>
    </message>
    <message>
      <source>Clocks</source>
      <translation>Klockor</translation>
    </message>
    <message>
      <source>Number or task</source>
      <translation>Nummer eller uppgift</translation>
    </message>
    <message>
      <source>Board</source>
      <translation>Tavla</translation>
    </message>
    <message>
      <source>{shown} of {all}, {late} late</source>
      <translation>{shown} av {all}, {late} försenade</translation>
    </message>
    <message>
      <source>Clock</source>
      <translation>Klocka</translation>
    </message>
    <message>
      <source>Task</source>
      <translation>Uppgift</translation>
    </message>
    <message>
      <source>Changed since the version before</source>
      <translation>Ändrat sedan förra versionen</translation>
    </message>
    <message>
      <source>Every clock</source>
      <translation>Alla klockor</translation>
    </message>
    <message>
      <source>Near or late</source>
      <translation>Nära eller försenat</translation>
    </message>
    <message>
      <source>Late only</source>
      <translation>Bara försenat</translation>
    </message>
    <message>
      <source>Every department</source>
      <translation>Alla avdelningar</translation>
    </message>
    <message>
      <source>Nothing fits the filter</source>
      <translation>Inget passar filtret</translation>
    </message>
    <message>
      <source>Other clocks are running.</source>
      <translation>Andra klockor går.</translation>
    </message>
    <message>
      <source>No clock is running</source>
      <translation>Ingen klocka går</translation>
    </message>
    <message>
      <source>Everything is handed over and known.</source>
      <translation>Allt är överlämnat och bekräftat.</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>och {count} till</translation>
    </message>
    <message>
      <source>Check as E2B (F7)</source>
      <translation>Kontrollera som E2B (F7)</translation>
    </message>
    <message>
      <source>E2B file…</source>
      <translation>E2B-fil…</translation>
    </message>
    <message>
      <source>The case as it was saved, as an E2B(R3) file</source>
      <translation>Fallet som det sparades, som E2B(R3)-fil</translation>
    </message>
    <message>
      <source>MedDRA term (F6)</source>
      <translation>MedDRA-term (F6)</translation>
    </message>
    <message>
      <source>Finds a code in your own licensed MedDRA files</source>
      <translation>Hittar en kod i era egna licensierade MedDRA-filer</translation>
    </message>
    <message>
      <source>Missing for E2B, {count} in all:</source>
      <translation>Saknas för E2B, {count} totalt:</translation>
    </message>
    <message>
      <source>Valid as E2B; to look at:</source>
      <translation>Giltigt som E2B; att se på:</translation>
    </message>
    <message>
      <source>Valid as E2B by our rules.</source>
      <translation>Giltigt som E2B enligt våra regler.</translation>
    </message>
    <message>
      <source>the pack's code</source>
      <translation>förpackningskoden</translation>
    </message>
    <message>
      <source>Add: {what}</source>
      <translation>Lägg till: {what}</translation>
    </message>
    <message>
      <source>Patient</source>
      <translation>Patient</translation>
    </message>
    <message>
      <source>Earlier or concurrent condition {number}</source>
      <translation>Tidigare eller samtidigt tillstånd {number}</translation>
    </message>
    <message>
      <source>Earlier medicine {number}</source>
      <translation>Tidigare läkemedel {number}</translation>
    </message>
    <message>
      <source>Death</source>
      <translation>Dödsfall</translation>
    </message>
    <message>
      <source>Cause of death {number}</source>
      <translation>Dödsorsak {number}</translation>
    </message>
    <message>
      <source>Cause found by autopsy {number}</source>
      <translation>Orsak enligt obduktion {number}</translation>
    </message>
    <message>
      <source>Parent</source>
      <translation>Förälder</translation>
    </message>
    <message>
      <source>Event {number}</source>
      <translation>Händelse {number}</translation>
    </message>
    <message>
      <source>Medicine {number}</source>
      <translation>Läkemedel {number}</translation>
    </message>
    <message>
      <source>Substance {number}</source>
      <translation>Substans {number}</translation>
    </message>
    <message>
      <source>Dose and pack {number}</source>
      <translation>Dos och förpackning {number}</translation>
    </message>
    <message>
      <source>Taken for {number}</source>
      <translation>Indikation {number}</translation>
    </message>
    <message>
      <source>Medicine and event {number}</source>
      <translation>Läkemedel och händelse {number}</translation>
    </message>
    <message>
      <source>Test {number}</source>
      <translation>Prov {number}</translation>
    </message>
    <message>
      <source>In words</source>
      <translation>I ord</translation>
    </message>
    <message>
      <source>Reporter {number}</source>
      <translation>Rapportör {number}</translation>
    </message>
    <message>
      <source>Complainant {number}</source>
      <translation>Anmälare {number}</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Rapport</translation>
    </message>
    <message>
      <source>Document {number}</source>
      <translation>Dokument {number}</translation>
    </message>
    <message>
      <source>Number elsewhere {number}</source>
      <translation>Nummer på annat håll {number}</translation>
    </message>
    <message>
      <source>Linked case {number}</source>
      <translation>Länkat fall {number}</translation>
    </message>
    <message>
      <source>Study or paper</source>
      <translation>Studie eller artikel</translation>
    </message>
    <message>
      <source>Product and pack</source>
      <translation>Produkt och förpackning</translation>
    </message>
    <message>
      <source>What is wrong</source>
      <translation>Vad som är fel</translation>
    </message>
    <message>
      <source>Bought and used</source>
      <translation>Köpt och använd</translation>
    </message>
    <message>
      <source>Sample</source>
      <translation>Prov</translation>
    </message>
    <message>
      <source>Sample, step {number}</source>
      <translation>Prov, steg {number}</translation>
    </message>
    <message>
      <source>Picture {number}</source>
      <translation>Bild {number}</translation>
    </message>
    <message>
      <source>What is wanted</source>
      <translation>Önskemål</translation>
    </message>
    <message>
      <source>Throw away what is not saved</source>
      <translation>Släng det osparade</translation>
    </message>
    <message>
      <source>Find a field (Ctrl+G)</source>
      <translation>Hitta fält (Ctrl+G)</translation>
    </message>
    <message>
      <source>Find a field by its name</source>
      <translation>Hitta ett fält på dess namn</translation>
    </message>
    <message>
      <source>Return: next field · F9: take the suggestion, or on to the next · F8: not known…</source>
      <translation>Retur: nästa fält · F9: ta förslaget, eller vidare till nästa · F8: inte känt…</translation>
    </message>
    <message>
      <source>Save (Ctrl+S)</source>
      <translation>Spara (Ctrl+S)</translation>
    </message>
    <message>
      <source>All fields (Ctrl+M)</source>
      <translation>Alla fält (Ctrl+M)</translation>
    </message>
    <message>
      <source>Case {number}</source>
      <translation>Fall {number}</translation>
    </message>
    <message>
      <source>To look at again:</source>
      <translation>Att se över:</translation>
    </message>
    <message>
      <source>Another patient</source>
      <translation>En annan patient</translation>
    </message>
    <message>
      <source>Her child</source>
      <translation>Hennes barn</translation>
    </message>
    <message>
      <source>One more case of the same mail, linked with this one</source>
      <translation>Ett fall till ur samma brev, länkat med detta</translation>
    </message>
    <message>
      <source>Not saved yet: as you left it {at}</source>
      <translation>Inte sparat än: som du lämnade det {at}</translation>
    </message>
    <message>
      <source>Not saved yet; kept as a draft that only you see</source>
      <translation>Inte sparat än; hålls som ett utkast som bara du ser</translation>
    </message>
    <message>
      <source>No field has “{text}” in its name</source>
      <translation>Inget fält har ”{text}” i sitt namn</translation>
    </message>
    <message>
      <source>Saved, revision {number}</source>
      <translation>Sparat, revision {number}</translation>
    </message>
    <message>
      <source>Nothing saved yet</source>
      <translation>Inget sparat än</translation>
    </message>
    <message>
      <source>It may be falsified: {signs}.</source>
      <translation>Den kan vara förfalskad: {signs}.</translation>
    </message>
    <message>
      <source>not asked</source>
      <translation>inte frågat</translation>
    </message>
    <message>
      <source>asked, but not known</source>
      <translation>frågat, men inte känt</translation>
    </message>
    <message>
      <source>known, but masked</source>
      <translation>känt, men dolt</translation>
    </message>
    <message>
      <source>no information</source>
      <translation>ingen uppgift</translation>
    </message>
    <message>
      <source>What can be chosen: {field}</source>
      <translation>Vad som kan väljas: {field}</translation>
    </message>
    <message>
      <source>What can be chosen (Alt+Down)</source>
      <translation>Vad som kan väljas (Alt+Nedåt)</translation>
    </message>
    <message>
      <source>Box {box} of the CIOMS form</source>
      <translation>Ruta {box} i CIOMS-formuläret</translation>
    </message>
    <message>
      <source>F9 takes “{value}”: {why}</source>
      <translation>F9 tar ”{value}”: {why}</translation>
    </message>
    <message>
      <source>empty the field first</source>
      <translation>töm fältet först</translation>
    </message>
    <message>
      <source>quality alone gives this</source>
      <translation>anges endast av kvalitet</translation>
    </message>
    <message>
      <source>A field cannot be read yet; nothing was saved</source>
      <translation>Ett fält går inte att tolka än; inget sparades</translation>
    </message>
    <message>
      <source>Case {number} saved</source>
      <translation>Fall {number} sparat</translation>
    </message>
    <message>
      <source>Part of a term, or a code</source>
      <translation>Del av en term, eller en kod</translation>
    </message>
    <message>
      <source>Part of a MedDRA term, or its code</source>
      <translation>Del av en MedDRA-term, eller dess kod</translation>
    </message>
    <message>
      <source>MedDRA terms</source>
      <translation>MedDRA-termer</translation>
    </message>
    <message>
      <source>Folder of your MedDRA files…</source>
      <translation>Mapp med era MedDRA-filer…</translation>
    </message>
    <message>
      <source>Without a code the event stays in the reporter's words, and no E2B file is made.</source>
      <translation>Utan kod står händelsen kvar med rapportörens ord, och ingen E2B-fil görs.</translation>
    </message>
    <message>
      <source>MedDRA term</source>
      <translation>MedDRA-term</translation>
    </message>
    <message>
      <source>Reading MedDRA…</source>
      <translation>Läser MedDRA…</translation>
    </message>
    <message>
      <source>Reading MedDRA</source>
      <translation>Läser MedDRA</translation>
    </message>
    <message>
      <source>MedDRA {version}, {count} terms</source>
      <translation>MedDRA {version}, {count} termer</translation>
    </message>
    <message>
      <source>Term</source>
      <translation>Term</translation>
    </message>
    <message>
      <source>Code</source>
      <translation>Kod</translation>
    </message>
    <message>
      <source>No MedDRA is here</source>
      <translation>Här finns ingen MedDRA</translation>
    </message>
    <message>
      <source>It is licensed and never comes with this program: choose your own folder.</source>
      <translation>Den är licensierad och följer aldrig med programmet: välj er egen mapp.</translation>
    </message>
    <message>
      <source>No current term has these words</source>
      <translation>Ingen gällande term har de orden</translation>
    </message>
    <message>
      <source>Try a part of the word.</source>
      <translation>Pröva en del av ordet.</translation>
    </message>
    <message>
      <source>Type a part of the term</source>
      <translation>Skriv en del av termen</translation>
    </message>
    <message>
      <source>a rectangle</source>
      <translation>en rektangel</translation>
    </message>
    <message>
      <source>p. {page} “{quote}”</source>
      <translation>s. {page} ”{quote}”</translation>
    </message>
    <message>
      <source>Evidence on page {page}: {quote}</source>
      <translation>Belägg på sida {page}: {quote}</translation>
    </message>
    <message>
      <source>Take the evidence away</source>
      <translation>Ta bort belägget</translation>
    </message>
    <message>
      <source>Kept with your answer</source>
      <translation>Sparat med ditt svar</translation>
    </message>
    <message>
      <source>Ask the {whom} by {at} ({number})</source>
      <translation>Fråga {whom} senast {at} ({number})</translation>
    </message>
    <message>
      <source>Nobody asked whether they may be contacted.</source>
      <translation>Ingen har frågat om kontakt är tillåten.</translation>
    </message>
    <message>
      <source>{count} of {wanted} attempts</source>
      <translation>{count} av {wanted} försök</translation>
    </message>
    <message>
      <source>What they said about being contacted</source>
      <translation>Vad de sade om att bli kontaktade</translation>
    </message>
    <message>
      <source>Where they said it</source>
      <translation>Var de sade det</translation>
    </message>
    <message>
      <source>To be contacted: {state}, {at} ({source})</source>
      <translation>Samtycke till kontakt: {state}, {at} ({source})</translation>
    </message>
    <message>
      <source>Note the consent</source>
      <translation>Anteckna samtycket</translation>
    </message>
    <message>
      <source>How it was tried: telephone, post, e-mail</source>
      <translation>Hur det försöktes: telefon, post, e-post</translation>
    </message>
    <message>
      <source>Note an attempt</source>
      <translation>Anteckna ett försök</translation>
    </message>
    <message>
      <source>What was answered</source>
      <translation>Vad som svarades</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>Besvarat</translation>
    </message>
    <message>
      <source>Give up</source>
      <translation>Ge upp</translation>
    </message>
    <message>
      <source>Who reports it</source>
      <translation>Vem som rapporterar</translation>
    </message>
    <message>
      <source>Which patient: initials, age or sex</source>
      <translation>Vilken patient: initialer, ålder eller kön</translation>
    </message>
    <message>
      <source>Which product</source>
      <translation>Vilket läkemedel</translation>
    </message>
    <message>
      <source>Which reaction</source>
      <translation>Vilken biverkning</translation>
    </message>
    <message>
      <source>The pregnancy: expected birth, then its outcome</source>
      <translation>Graviditeten: beräknad födsel, sedan utfallet</translation>
    </message>
    <message>
      <source>Without consent nobody is contacted.</source>
      <translation>Utan samtycke kontaktas ingen.</translation>
    </message>
    <message>
      <source>Acknowledged {at} by {whom}</source>
      <translation>Bekräftad {at} av {whom}</translation>
    </message>
    <message>
      <source>Not handed over; due by {at}</source>
      <translation>Inte överlämnad; senast {at}</translation>
    </message>
    <message>
      <source>Acknowledged {at} by {whom} as {reference}</source>
      <translation>Bekräftad {at} av {whom} som {reference}</translation>
    </message>
    <message>
      <source>Not handed over; late since {at}</source>
      <translation>Inte överlämnad; försenad sedan {at}</translation>
    </message>
    <message>
      <source>Handed over on paper</source>
      <translation>Överlämnad på papper</translation>
    </message>
    <message>
      <source>What they ask</source>
      <translation>Vad de frågar</translation>
    </message>
    <message>
      <source>Note the question</source>
      <translation>Anteckna frågan</translation>
    </message>
    <message>
      <source>Note the answer</source>
      <translation>Anteckna svaret</translation>
    </message>
    <message>
      <source>It could not be sent. {why}</source>
      <translation>Den kunde inte skickas. {why}</translation>
    </message>
    <message>
      <source>Handed over {at}; nobody has acknowledged it</source>
      <translation>Överlämnad {at}; ingen har bekräftat den</translation>
    </message>
    <message>
      <source>They ask: {question}</source>
      <translation>De frågar: {question}</translation>
    </message>
    <message>
      <source>Closed: nothing is left to report</source>
      <translation>Stängd: inget kvar att rapportera</translation>
    </message>
    <message>
      <source>Why it is late, in words</source>
      <translation>Varför den är sen, med ord</translation>
    </message>
    <message>
      <source>Frozen; it goes by itself when its way is open.</source>
      <translation>Fryst; den går av sig själv när vägen är öppen.</translation>
    </message>
    <message>
      <source>Show the sheet</source>
      <translation>Visa bladet</translation>
    </message>
    <message>
      <source>Show the sheet of {number}</source>
      <translation>Visa bladet för {number}</translation>
    </message>
    <message>
      <source>Fill in the case</source>
      <translation>Fyll i fallet</translation>
    </message>
    <message>
      <source>Fill in the case {number}</source>
      <translation>Fyll i fallet {number}</translation>
    </message>
    <message>
      <source>Hand over</source>
      <translation>Lämna över</translation>
    </message>
    <message>
      <source>Hand over {number}</source>
      <translation>Lämna över {number}</translation>
    </message>
    <message>
      <source>Who confirmed it</source>
      <translation>Vem bekräftade den</translation>
    </message>
    <message>
      <source>Who confirmed {number}</source>
      <translation>Vem bekräftade {number}</translation>
    </message>
    <message>
      <source>Acknowledged</source>
      <translation>Bekräftad</translation>
    </message>
    <message>
      <source>{number} was acknowledged</source>
      <translation>{number} är bekräftad</translation>
    </message>
    <message>
      <source>{number} to {department}</source>
      <translation>{number} till {department}</translation>
    </message>
    <message>
      <source>Why it is late</source>
      <translation>Varför den är sen</translation>
    </message>
    <message>
      <source>{field}: ours {ours}, theirs {theirs}</source>
      <translation>{field}: vårt {ours}, deras {theirs}</translation>
    </message>
    <message>
      <source>row</source>
      <translation>rad</translation>
    </message>
    <message>
      <source>Why it differs</source>
      <translation>Varför det skiljer</translation>
    </message>
    <message>
      <source>Who sees to it</source>
      <translation>Ansvarig</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Anteckning</translation>
    </message>
    <message>
      <source>Save owner and cause</source>
      <translation>Spara ansvarig och orsak</translation>
    </message>
    <message>
      <source>It was put right</source>
      <translation>Det är åtgärdat</translation>
    </message>
    <message>
      <source>Sign the reconciliation</source>
      <translation>Signera avstämningen</translation>
    </message>
    <message>
      <source>Choose a line.</source>
      <translation>Välj en rad.</translation>
    </message>
    <message>
      <source>Signed by {name}, {at}</source>
      <translation>Signerad av {name}, {at}</translation>
    </message>
    <message>
      <source>{count} lines still need an owner and a cause.</source>
      <translation>{count} rader behöver ännu ansvarig och orsak.</translation>
    </message>
    <message>
      <source>Everything that differs has an owner and a cause.</source>
      <translation>Allt som skiljer har ansvarig och orsak.</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Ja</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Nej</translation>
    </message>
    <message>
      <source>row {row}</source>
      <translation>rad {row}</translation>
    </message>
    <message>
      <source>How days are written</source>
      <translation>Hur dagar skrivs</translation>
    </message>
    <message>
      <source>The columns are right: compare</source>
      <translation>Kolumnerna stämmer: jämför</translation>
    </message>
    <message>
      <source>Days</source>
      <translation>Dagar</translation>
    </message>
    <message>
      <source>The department's list</source>
      <translation>Avdelningens lista</translation>
    </message>
    <message>
      <source>{rows} rows: {match} match, {bad} cannot be read, {lines} lines in all</source>
      <translation>{rows} rader: {match} stämmer, {bad} kan inte läsas, {lines} rader i allt</translation>
    </message>
    <message>
      <source>not in the list</source>
      <translation>finns inte i listan</translation>
    </message>
    <message>
      <source>{text} is not a day; write 2026-11-16.</source>
      <translation>{text} är ingen dag; skriv 2026-11-16.</translation>
    </message>
    <message>
      <source>Missing:</source>
      <translation>Återstår:</translation>
    </message>
    <message>
      <source>The questions are about what was said.</source>
      <translation>Frågorna gäller det som sades.</translation>
    </message>
    <message>
      <source>Answer {number} of {sender} to the batch {batch}: {said}. {text}</source>
      <translation>Svar {number} från {sender} på sändningen {batch}: {said}. {text}</translation>
    </message>
    <message>
      <source>Taken in {at}; the file is kept as it came.</source>
      <translation>Intagen {at}; filen sparas som den kom.</translation>
    </message>
    <message>
      <source>not read</source>
      <translation>inte läst</translation>
    </message>
    <message>
      <source>No case took it.</source>
      <translation>Inget fall tog det.</translation>
    </message>
    <message>
      <source>Take in acknowledgements…</source>
      <translation>Ta in kvittenser…</translation>
    </message>
    <message>
      <source>Acknowledgements taken in</source>
      <translation>Intagna kvittenser</translation>
    </message>
    <message>
      <source>Reading acknowledgements…</source>
      <translation>Läser kvittenser…</translation>
    </message>
    <message>
      <source>Reading acknowledgements</source>
      <translation>Läser kvittenser</translation>
    </message>
    <message>
      <source>{all} answers: {done} acknowledged, {asked} rejected, {rest} to be looked at</source>
      <translation>{all} svar: {done} kvitterade, {asked} avvisade, {rest} att titta på</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>Resultat</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Fil</translation>
    </message>
    <message>
      <source>Their number</source>
      <translation>Deras nummer</translation>
    </message>
    <message>
      <source>Our case</source>
      <translation>Vårt fall</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>Nu</translation>
    </message>
    <message>
      <source>What it says</source>
      <translation>Vad det säger</translation>
    </message>
    <message>
      <source>{name} cannot be read: {why}</source>
      <translation>{name} kan inte läsas: {why}</translation>
    </message>
    <message>
      <source>No acknowledgement was taken in yet</source>
      <translation>Ingen kvittens har tagits in än</translation>
    </message>
    <message>
      <source>Choose or drop the XML files that the receiver sent back.</source>
      <translation>Välj eller släpp XML-filerna som mottagaren skickade tillbaka.</translation>
    </message>
    <message>
      <source>none</source>
      <translation>inget</translation>
    </message>
    <message>
      <source>Save the lines as CSV…</source>
      <translation>Spara raderna som CSV…</translation>
    </message>
    <message>
      <source>{result}, put right</source>
      <translation>{result}, åtgärdat</translation>
    </message>
    <message>
      <source>{result}, since {number}</source>
      <translation>{result}, sedan {number}</translation>
    </message>
    <message>
      <source>Compare a list…</source>
      <translation>Jämför en lista…</translation>
    </message>
    <message>
      <source>Show the report</source>
      <translation>Visa rapporten</translation>
    </message>
    <message>
      <source>Reconciliations</source>
      <translation>Avstämningar</translation>
    </message>
    <message>
      <source>Reading the list</source>
      <translation>Läser listan</translation>
    </message>
    <message>
      <source>Comparing the lists</source>
      <translation>Jämför listorna</translation>
    </message>
    <message>
      <source>Compared as {number}</source>
      <translation>Jämförd som {number}</translation>
    </message>
    <message>
      <source>List</source>
      <translation>Lista</translation>
    </message>
    <message>
      <source>Awareness from</source>
      <translation>Kännedom från</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öppna</translation>
    </message>
    <message>
      <source>Compared</source>
      <translation>Jämförd</translation>
    </message>
    <message>
      <source>Row</source>
      <translation>Rad</translation>
    </message>
    <message>
      <source>What differs</source>
      <translation>Vad som skiljer</translation>
    </message>
    <message>
      <source>Owner</source>
      <translation>Ansvarig</translation>
    </message>
    <message>
      <source>Cause</source>
      <translation>Orsak</translation>
    </message>
    <message>
      <source>Nothing was reconciled yet</source>
      <translation>Inget har stämts av än</translation>
    </message>
    <message>
      <source>Compare our hand-offs with the department's own list, once a month.</source>
      <translation>Jämför våra överlämningar med avdelningens egen lista, en gång i månaden.</translation>
    </message>
    <message>
      <source>nobody</source>
      <translation>ingen</translation>
    </message>
    <message>
      <source>Capture rate since {day}: {rate} % ({first} of {all})</source>
      <translation>Fångstgrad sedan {day}: {rate} % ({first} av {all})</translation>
    </message>
    <message>
      <source>Capture rate since {day}: not known, no event so far</source>
      <translation>Fångstgrad sedan {day}: okänd, ingen händelse hittills</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Inget funnet</translation>
    </message>
    <message>
      <source>Event found</source>
      <translation>Händelse funnen</translation>
    </message>
    <message>
      <source>Draw the sample</source>
      <translation>Dra urvalet</translation>
    </message>
    <message>
      <source>Month of the sample</source>
      <translation>Urvalets månad</translation>
    </message>
    <message>
      <source>To be read again</source>
      <translation>Att läsa igen</translation>
    </message>
    <message>
      <source>What was found, and on which page</source>
      <translation>Vad som fanns, och på vilken sida</translation>
    </message>
    <message>
      <source>Inquiry</source>
      <translation>Ärende</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>Månad</translation>
    </message>
    <message>
      <source>{period}: {drawn} of {all} drawn, {read} read</source>
      <translation>{period}: {drawn} av {all} dragna, {read} lästa</translation>
    </message>
    <message>
      <source>Nothing waits for you</source>
      <translation>Inget väntar på dig</translation>
    </message>
    <message>
      <source>Draw a month; what you answered yourself is left to a colleague.</source>
      <translation>Dra en månad; det du själv svarat på lämnas till en kollega.</translation>
    </message>
    <message>
      <source>No page</source>
      <translation>Ingen sida</translation>
    </message>
    <message>
      <source>{number} read again: {result}</source>
      <translation>{number} läst igen: {result}</translation>
    </message>
    <message>
      <source>Type it, or select it on the page</source>
      <translation>Skriv det, eller markera det på sidan</translation>
    </message>
    <message>
      <source>Answered by {name}</source>
      <translation>Besvarad av {name}</translation>
    </message>
    <message>
      <source>What waits for safety</source>
      <translation>Vad som väntar på säkerhet</translation>
    </message>
    <message>
      <source>Sign</source>
      <translation>Signera</translation>
    </message>
    <message>
      <source>Save the case</source>
      <translation>Spara fallet</translation>
    </message>
    <message>
      <source>All fields of the case</source>
      <translation>Fallets alla fält</translation>
    </message>
    <message>
      <source>Find a field</source>
      <translation>Hitta ett fält</translation>
    </message>
    <message>
      <source>Back to the checklist</source>
      <translation>Till checklistan</translation>
    </message>
    <message>
      <source>Checklist of {number} signed</source>
      <translation>Checklistan för {number} är signerad</translation>
    </message>
    <message>
      <source>Unknown or not assessable</source>
      <translation>Okänt eller går inte att bedöma</translation>
    </message>
    <message>
      <source>A hand-off is made to: {departments} ({about}).</source>
      <translation>En överlämning görs till: {departments} ({about}).</translation>
    </message>
    <message>
      <source>I identified no adverse event, special situation or complaint.</source>
      <translation>Jag fann ingen biverkning, särskild situation eller reklamation.</translation>
    </message>
    <message>
      <source>Your passphrase, to sign the checklist</source>
      <translation>Din lösenfras, för att signera checklistan</translation>
    </message>
    <message>
      <source>Signed by {name}, {at} ({zone}): {meaning}.</source>
      <translation>Signerat av {name}, {at} ({zone}): {meaning}.</translation>
    </message>
    <message>
      <source>Your role reads the checklist; a specialist or safety signs it.</source>
      <translation>Din roll läser checklistan; en specialist eller säkerhet signerar den.</translation>
    </message>
    <message>
      <source>You can sign once nothing else is missing.</source>
      <translation>Du kan signera när inget annat saknas.</translation>
    </message>
    <message>
      <source>Board: late only</source>
      <translation>Tavla: bara försenat</translation>
    </message>
    <message>
      <source>Checklists</source>
      <translation>Checklistor</translation>
    </message>
    <message>
      <source>Reconciliation</source>
      <translation>Avstämning</translation>
    </message>
    <message>
      <source>Second reading</source>
      <translation>Andra läsning</translation>
    </message>
    <message>
      <source>Acknowledgements</source>
      <translation>Kvittenser</translation>
    </message>
    <message>
      <source>Safety: {name}</source>
      <translation>Säkerhet: {name}</translation>
    </message>
    <message>
      <source>Checklists that are open</source>
      <translation>Checklistor som är öppna</translation>
    </message>
    <message>
      <source>What is missing</source>
      <translation>Vad som saknas</translation>
    </message>
    <message>
      <source>No checklist is open</source>
      <translation>Ingen checklista är öppen</translation>
    </message>
    <message>
      <source>Every inquiry at work has a signed safety answer.</source>
      <translation>Varje ärende i arbete har ett signerat säkerhetssvar.</translation>
    </message>
    <message>
      <source>Tray</source>
      <translation>Inkorg</translation>
    </message>
    <message>
      <source>Library</source>
      <translation>Bibliotek</translation>
    </message>
    <message>
      <source>Mail</source>
      <translation>Post</translation>
    </message>
    <message>
      <source>Letter</source>
      <translation>Brev</translation>
    </message>
    <message>
      <source>Standard response</source>
      <translation>Standardsvar</translation>
    </message>
    <message>
      <source>Search everything (Ctrl+F)</source>
      <translation>Sök överallt (Ctrl+F)</translation>
    </message>
    <message>
      <source>Search everything</source>
      <translation>Sök överallt</translation>
    </message>
    <message>
      <source>Search results</source>
      <translation>Sökresultat</translation>
    </message>
    <message>
      <source>Nothing holds these words.</source>
      <translation>Inget rymmer de orden.</translation>
    </message>
    <message>
      <source>Your name was refused {count} times before you came in.</source>
      <translation>Ditt namn nekades {count} gånger innan du kom in.</translation>
    </message>
    <message>
      <source>Was it not you? Tell an administrator and choose another passphrase.</source>
      <translation>Var det inte du? Säg till en administratör och välj en annan lösenfras.</translation>
    </message>
    <message>
      <source>Somebody else chose your passphrase. Choose your own: Office, Keys.</source>
      <translation>Någon annan har valt din lösenfras. Välj en egen: Kontoret, Nycklar.</translation>
    </message>
    <message>
      <source>A periodic review of the office is late: Office, Reviews.</source>
      <translation>En periodisk granskning av kontoret är försenad: Kontoret, Granskningar.</translation>
    </message>
    <message>
      <source>Your passphrase is old: it signs nothing until you change it.</source>
      <translation>Din lösenfras är gammal: den signerar inget förrän du byter den.</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Lösenfras</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Logga in</translation>
    </message>
    <message>
      <source>Nobody can sign in?</source>
      <translation>Kan ingen logga in?</translation>
    </message>
    <message>
      <source>Open the office with its recovery key</source>
      <translation>Öppna kontoret med återställningsnyckeln</translation>
    </message>
    <message>
      <source>The office is being opened.</source>
      <translation>Kontoret öppnas.</translation>
    </message>
    <message>
      <source>Type your user name and your passphrase.</source>
      <translation>Skriv ditt användarnamn och din lösenfras.</translation>
    </message>
    <message>
      <source>This is not your user name; nothing was signed.</source>
      <translation>Det är inte ditt användarnamn; inget har signerats.</translation>
    </message>
    <message>
      <source>Your user name</source>
      <translation>Ditt användarnamn</translation>
    </message>
    <message>
      <source>Your user name, for the first signature since you came</source>
      <translation>Ditt användarnamn, för den första signaturen sedan du kom</translation>
    </message>
    <message>
      <source>Your first signature since you came: type your user name, too.</source>
      <translation>Din första signatur sedan du kom: skriv också ditt användarnamn.</translation>
    </message>
    <message>
      <source>The demonstration works by itself</source>
      <translation>Demonstrationen arbetar av sig själv</translation>
    </message>
    <message>
      <source>The mail is answered; the letters are printed or wait in the outbox.</source>
      <translation>Posten är besvarad; breven är utskrivna eller väntar i utkorgen.</translation>
    </message>
    <message>
      <source>Printing letters</source>
      <translation>Skriver ut brev</translation>
    </message>
    <message>
      <source>{source}: {letter} signed</source>
      <translation>{source}: {letter} signerat</translation>
    </message>
    <message>
      <source>Stop: {work}</source>
      <translation>Stoppa: {work}</translation>
    </message>
    <message>
      <source>offline</source>
      <translation>offline</translation>
    </message>
    <message>
      <source>{count} hand-offs without acknowledgement</source>
      <translation>{count} överlämningar utan bekräftelse</translation>
    </message>
    <message>
      <source>Everything that can be done here (Ctrl+K)</source>
      <translation>Allt som går att göra här (Ctrl+K)</translation>
    </message>
    <message>
      <source>User {name}</source>
      <translation>Användare {name}</translation>
    </message>
    <message>
      <source>Language, colours, lock, sign out</source>
      <translation>Språk, färger, lås, logga ut</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Färger</translation>
    </message>
    <message>
      <source>Like the system</source>
      <translation>Som systemet</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Ljust</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Mörkt</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>Hög kontrast</translation>
    </message>
    <message>
      <source>Lock</source>
      <translation>Lås</translation>
    </message>
    <message>
      <source>Lock by itself</source>
      <translation>Lås av sig själv</translation>
    </message>
    <message>
      <source>after {minutes} min</source>
      <translation>efter {minutes} min</translation>
    </message>
    <message>
      <source>TEST: nothing here is real</source>
      <translation>TEST: inget här är på riktigt</translation>
    </message>
    <message>
      <source>1 piece taken in</source>
      <translation>1 försändelse mottagen</translation>
    </message>
    <message>
      <source>Not taken in, kept aside: {files}</source>
      <translation>Inte mottaget, sparat åt sidan: {files}</translation>
    </message>
    <message>
      <source>Taking mail in</source>
      <translation>Tar emot post</translation>
    </message>
    <message>
      <source>Scanning</source>
      <translation>Skannar</translation>
    </message>
    <message>
      <source>{count} pieces taken in</source>
      <translation>{count} försändelser mottagna</translation>
    </message>
    <message>
      <source>1 piece waits</source>
      <translation>1 försändelse väntar</translation>
    </message>
    <message>
      <source>Return: new inquiry</source>
      <translation>Retur: nytt ärende</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Ordning</translation>
    </message>
    <message>
      <source>Import files</source>
      <translation>Ta emot filer</translation>
    </message>
    <message>
      <source>Import a folder</source>
      <translation>Ta emot en mapp</translation>
    </message>
    <message>
      <source>Scan</source>
      <translation>Skanna</translation>
    </message>
    <message>
      <source>Take the suggestion</source>
      <translation>Ta förslaget</translation>
    </message>
    <message>
      <source>New inquiry</source>
      <translation>Nytt ärende</translation>
    </message>
    <message>
      <source>Link</source>
      <translation>Koppla</translation>
    </message>
    <message>
      <source>Split here</source>
      <translation>Dela här</translation>
    </message>
    <message>
      <source>Rotate</source>
      <translation>Vrid</translation>
    </message>
    <message>
      <source>Not ours</source>
      <translation>Inte vår</translation>
    </message>
    <message>
      <source>Open the last inquiry</source>
      <translation>Öppna det senaste ärendet</translation>
    </message>
    <message>
      <source>Link to an inquiry</source>
      <translation>Koppla till ett ärende</translation>
    </message>
    <message>
      <source>{count} pieces wait</source>
      <translation>{count} försändelser väntar</translation>
    </message>
    <message>
      <source>The tray is empty.</source>
      <translation>Inkorgen är tom.</translation>
    </message>
    <message>
      <source>Drop files or folders here, import them with Ctrl+O, or scan.</source>
      <translation>Släpp filer eller mappar här, ta emot dem med Ctrl+O, eller skanna.</translation>
    </message>
    <message>
      <source>Return: file under {number} ({why})</source>
      <translation>Retur: lägg till {number} ({why})</translation>
    </message>
    <message>
      <source>Return: new inquiry; L: perhaps {number} ({why})</source>
      <translation>Retur: nytt ärende; L: kanske {number} ({why})</translation>
    </message>
    <message>
      <source>Number, name or any word</source>
      <translation>Nummer, namn eller vilket ord som helst</translation>
    </message>
    <message>
      <source>Find the inquiry</source>
      <translation>Hitta ärendet</translation>
    </message>
    <message>
      <source>No inquiry fits these words.</source>
      <translation>Inget ärende passar de orden.</translation>
    </message>
    <message>
      <source>Oldest first</source>
      <translation>Äldst först</translation>
    </message>
    <message>
      <source>Newest first</source>
      <translation>Nyast först</translation>
    </message>
    <message>
      <source>Suspected events first</source>
      <translation>Misstänkta biverkningar först</translation>
    </message>
    <message>
      <source>By sender</source>
      <translation>Efter avsändare</translation>
    </message>
    <message>
      <source>Mail that waits</source>
      <translation>Post som väntar</translation>
    </message>
    <message>
      <source>Question in the requester's own words</source>
      <translation>Frågan med frågeställarens egna ord</translation>
    </message>
    <message>
      <source>Type it as it stands, or select it on the page.</source>
      <translation>Skriv den som den står, eller markera den på sidan.</translation>
    </message>
    <message>
      <source>Question, word for word</source>
      <translation>Fråga, ord för ord</translation>
    </message>
    <message>
      <source>none named</source>
      <translation>inget nämns</translation>
    </message>
    <message>
      <source>not coded yet</source>
      <translation>inte kodat ännu</translation>
    </message>
    <message>
      <source>Requester is</source>
      <translation>Frågeställaren är</translation>
    </message>
    <message>
      <source>Filled in from the page. Check it against the page.</source>
      <translation>Ifyllt från sidan. Kontrollera mot sidan.</translation>
    </message>
    <message>
      <source>Another question</source>
      <translation>En fråga till</translation>
    </message>
    <message>
      <source>Another question (Ctrl+Shift+Q)</source>
      <translation>En fråga till (Ctrl+Shift+Q)</translation>
    </message>
    <message>
      <source>Register</source>
      <translation>Registrera</translation>
    </message>
    <message>
      <source>Register (Ctrl+Return)</source>
      <translation>Registrera (Ctrl+Retur)</translation>
    </message>
    <message>
      <source>Post town</source>
      <translation>Postadress</translation>
    </message>
    <message>
      <source>sender not known yet</source>
      <translation>avsändaren ännu okänd</translation>
    </message>
    <message>
      <source>our ref {number}</source>
      <translation>vår ref {number}</translation>
    </message>
    <message>
      <source>perhaps {number}</source>
      <translation>kanske {number}</translation>
    </message>
    <message>
      <source>{read} of {pages} pages read</source>
      <translation>{read} av {pages} sidor lästa</translation>
    </message>
    <message>
      <source>1 page</source>
      <translation>1 sida</translation>
    </message>
    <message>
      <source>{pages} pages</source>
      <translation>{pages} sidor</translation>
    </message>
    <message>
      <source>AE?</source>
      <translation>Biverkning?</translation>
    </message>
    <message>
      <source>duplicate of {number}</source>
      <translation>dubblett av {number}</translation>
    </message>
    <message>
      <source>unreadable page</source>
      <translation>oläslig sida</translation>
    </message>
    <message>
      <source>look at the warnings</source>
      <translation>se varningarna</translation>
    </message>
    <message>
      <source>Files to take in</source>
      <translation>Filer att ta emot</translation>
    </message>
    <message>
      <source>Folder to take in</source>
      <translation>Mapp att ta emot</translation>
    </message>
    <message>
      <source>Turn to the page where the next letter begins, then split.</source>
      <translation>Gå till sidan där nästa brev börjar och dela sedan.</translation>
    </message>
    <message>
      <source>Registered as {number}; O opens it.</source>
      <translation>Registrerat som {number}; O öppnar det.</translation>
    </message>
    <message>
      <source>{piece} filed under {number}; Ctrl+Z takes it back.</source>
      <translation>{piece} lagd till {number}; Ctrl+Z tar tillbaka.</translation>
    </message>
    <message>
      <source>{piece} is back in the tray.</source>
      <translation>{piece} är tillbaka i inkorgen.</translation>
    </message>
    <message>
      <source>{piece} set aside; Ctrl+Z takes it back.</source>
      <translation>{piece} lagd åt sidan; Ctrl+Z tar tillbaka.</translation>
    </message>
    <message>
      <source>Split into {first} and {second}</source>
      <translation>Delad i {first} och {second}</translation>
    </message>
    <message>
      <source>For example: advertising, wrong company</source>
      <translation>Till exempel: reklam, fel företag</translation>
    </message>
    <message>
      <source>Set aside as not ours</source>
      <translation>Lägg åt sidan som inte vår</translation>
    </message>
    <message>
      <source>The piece leaves the tray and stays kept; Ctrl+Z brings it back.</source>
      <translation>Försändelsen lämnar inkorgen och sparas; Ctrl+Z tar tillbaka den.</translation>
    </message>
    <message>
      <source>Scanner</source>
      <translation>Skanner</translation>
    </message>
    <message>
      <source>Paper lies</source>
      <translation>Papperet ligger</translation>
    </message>
    <message>
      <source>It came by</source>
      <translation>Det kom med</translation>
    </message>
    <message>
      <source>Scan (Ctrl+Return)</source>
      <translation>Skanna (Ctrl+Retur)</translation>
    </message>
    <message>
      <source>Looking for scanners.</source>
      <translation>Letar efter skannrar.</translation>
    </message>
    <message>
      <source>No scanner was found. Switch it on, connect it, and open this panel again.</source>
      <translation>Ingen skanner hittades. Slå på den, anslut den och öppna panelen igen.</translation>
    </message>
    <message>
      <source>in the feeder</source>
      <translation>i mataren</translation>
    </message>
    <message>
      <source>on the glass</source>
      <translation>på glaset</translation>
    </message>
    <message>
      <source>There is nothing to take back.</source>
      <translation>Det finns inget att ta tillbaka.</translation>
    </message>
    <message>
      <source>Go to {screen}</source>
      <translation>Gå till {screen}</translation>
    </message>
    <message>
      <source>Close the message</source>
      <translation>Stäng meddelandet</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>Titta igen</translation>
    </message>
  </context>
</TS>
