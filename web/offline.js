// Keeps the site in this browser, for use without a connection, and says when a newer version waits.

const WAITING = {
  ja: "新しい版を受け取りました。このサイトのタブをすべて閉じてから開き直すと、新しい版に切り替わります。回答は残ります。",
  en: "A newer version has arrived. Close every tab of this site and open it again to change to it. Your answers stay.",
};

function tell() {
  if (document.getElementById("waiting")) return;
  const notice = document.createElement("p");
  notice.id = "waiting";
  notice.className = "notice screen";
  notice.setAttribute("role", "status");
  document.querySelector(".masthead").append(notice);
  notice.textContent = WAITING[document.documentElement.lang];
}

/** Registers the service worker; a browser that has none works as before. */
export async function keep(address) {
  const registration = await navigator.serviceWorker?.register(address, { updateViaCache: "none" });
  const look = () => {
    if (registration.waiting && navigator.serviceWorker.controller) tell();
    registration.installing?.addEventListener("statechange", look);
  };
  registration?.addEventListener("updatefound", look);
  if (registration) look();
}
